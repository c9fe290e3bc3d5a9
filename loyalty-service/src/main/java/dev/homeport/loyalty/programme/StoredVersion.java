package dev.homeport.loyalty.programme;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version as it is kept.
 *
 * @param document its JSON, sound or not
 * @param submission who asked for approval; null for a draft
 * @param approval null until it is approved
 * @param zone where its days begin; null until it is approved
 * @param endsAt when the next version starts or the programme ends, as far as that is known
 * @param revision rises with every change
 */
public record StoredVersion(
    UUID programmeId,
    int number,
    String document,
    Stage.@Nullable InReview submission,
    Stage.@Nullable Approval approval,
    @Nullable ZoneId zone,
    @Nullable Instant endsAt,
    long revision) {

  /** Where it stands at a moment. */
  public Stage stage(Instant now) {
    if (approval != null) {
      return approval.at(now, endsAt);
    }
    return submission == null ? new Stage.Draft() : submission;
  }
}
