package dev.homeport.loyalty.migration.rest;

import dev.homeport.loyalty.migration.Brought;
import dev.homeport.loyalty.migration.Migrations;
import dev.homeport.loyalty.migration.Migrations.Taken;
import dev.homeport.platform.id.KeyedIds;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.job.document.DocumentImport;
import dev.homeport.platform.job.document.DocumentReading;
import dev.homeport.platform.job.document.Item;
import dev.homeport.platform.job.document.Tally;
import dev.homeport.platform.problem.JsonDocuments;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The job that takes a file of members in. */
@ApplicationScoped
@SubmittedWith(MemberImportsResource.SCOPE)
class MemberImport implements JobHandler {
  static final String KIND = "member-import";
  private static final int AT_ONCE = 200;

  private final JsonDocuments json;
  private final Migrations migrations;
  private final KeyedIds keyedIds;
  private final CurrentTenant tenant;

  MemberImport(JsonDocuments json, Migrations migrations, KeyedIds keyedIds, CurrentTenant tenant) {
    this.json = json;
    this.migrations = migrations;
    this.keyedIds = keyedIds;
    this.tenant = tenant;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    new DocumentImport<Brought, Taken>(
            AT_ONCE,
            DocumentReading.of(
                new MemberColumns(),
                json,
                MemberDocument.class,
                document -> json.valid(document).brought(run.tenant(), keyedIds)),
            sound -> migrations.take(sound.stream().map(Item.Sound::document).toList()),
            MemberImport::count,
            MemberImport::refusal)
        .run(run, tenant);
  }

  private static Tally count(Taken taken) {
    return switch (taken) {
      case Taken.New() -> new Tally(1, 0, 0, 0, 0);
      case Taken.Replaced() -> new Tally(0, 1, 0, 0, 0);
      case Taken.Unchanged() -> new Tally(0, 0, 1, 0, 0);
      case Taken.Refused _ -> new Tally(0, 0, 0, 0, 1);
    };
  }

  private static Optional<Problem> refusal(Taken taken) {
    return taken instanceof Taken.Refused(Problem problem)
        ? Optional.of(problem)
        : Optional.empty();
  }
}
