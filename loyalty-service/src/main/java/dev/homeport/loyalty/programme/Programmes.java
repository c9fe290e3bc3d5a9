package dev.homeport.loyalty.programme;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The programmes of the present tenant and their versions, in the caller's transaction. */
public interface Programmes {

  /** Keeps a new programme; empty when there is one of this key. */
  Optional<StoredProgramme> add(String key, boolean secondPerson);

  /** One programme. */
  Optional<StoredProgramme> find(UUID id);

  /** One programme, that nobody else can change until the transaction ends. */
  Optional<StoredProgramme> lock(UUID id);

  /** The programmes in the order in which they were made, after one of them. */
  List<StoredProgramme> list(@Nullable UUID after, int limit);

  /** Lets it end at a moment. */
  void end(UUID id, Instant at);

  /** Keeps a further draft of a locked programme. */
  int addVersion(UUID programmeId, String document);

  /** One version. */
  Optional<StoredVersion> version(UUID programmeId, int number);

  /** The versions, newest first, before one of them. */
  List<StoredVersion> versions(UUID programmeId, @Nullable Integer before, int limit);

  /** Replaces what a draft says. */
  void change(UUID programmeId, int number, String document);

  /** Keeps that it is a draft, or waits for approval. */
  void stage(UUID programmeId, int number, Stage stage);

  /** Keeps that it is approved, and where its days begin. */
  void approve(UUID programmeId, int number, Stage.Approval approval, ZoneId zone);

  /** Rates what has happened from a moment on again, by a job; says which. */
  String rateAgain(StoredProgramme programme, int number, Instant from);
}
