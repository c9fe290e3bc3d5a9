package dev.homeport.loyalty.programme.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.programme.Programmes;
import dev.homeport.loyalty.programme.Stage;
import dev.homeport.loyalty.programme.StoredProgramme;
import dev.homeport.loyalty.programme.StoredVersion;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds versions of programmes for whoever asks for them over HTTP, and shows them. */
@ApplicationScoped
class ShownVersions {
  private final Programmes programmes;
  private final Documents documents;
  private final Clock clock;

  ShownVersions(Programmes programmes, Documents documents, Clock clock) {
    this.programmes = programmes;
    this.documents = documents;
    this.clock = clock;
  }

  StoredProgramme programme(String programmeId) {
    return programmes
        .find(Ids.readPath("prg", programmeId))
        .orElseThrow(() -> Problem.of(LoyaltyProblem.PROGRAMME_NOT_FOUND));
  }

  StoredProgramme locked(String programmeId) {
    return programmes
        .lock(Ids.readPath("prg", programmeId))
        .orElseThrow(() -> Problem.of(LoyaltyProblem.PROGRAMME_NOT_FOUND));
  }

  StoredVersion version(UUID programmeId, int number) {
    return programmes
        .version(programmeId, number)
        .orElseThrow(() -> Problem.of(LoyaltyProblem.PROGRAMME_VERSION_NOT_FOUND));
  }

  VersionView view(StoredVersion version) {
    return view(version, null);
  }

  /** With a job that the version has started. */
  VersionView view(StoredVersion version, @Nullable String job) {
    Map<String, Object> document = documents.read(version);
    return VersionView.from(version, clock.instant(), document, documents.faults(document), job);
  }

  Stage stage(StoredVersion version) {
    return version.stage(clock.instant());
  }

  Problem wrongStage(StoredVersion version) {
    return Problem.of(
        LoyaltyProblem.PROGRAMME_STAGE, "The version is " + stage(version).slug() + ".");
  }

  /** As the audit names it. */
  static String name(StoredVersion version) {
    return Ids.show("prg", version.programmeId()) + "/" + version.number();
  }
}
