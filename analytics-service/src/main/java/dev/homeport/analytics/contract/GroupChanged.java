package dev.homeport.analytics.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer has come into another group of a scoring, into the first one, or is in none any more.
 *
 * @param group absent when the customer is not scored any more
 * @param previousGroup absent when the customer was not scored before
 * @param scores absent with the group
 * @param values what the scores were made of; absent with the group
 * @param reason own-order, own-return, merge, time, others-moved or settings
 * @param at when it came so
 * @param revision of the customer in this scoring; a lower one is never newer
 * @param backfill comes of an import of history or of changed settings: nothing to act on
 */
public record GroupChanged(
    UUID customerId,
    String scoring,
    @Nullable Group group,
    @Nullable Group previousGroup,
    @Nullable Scores scores,
    @Nullable Values values,
    String reason,
    Instant at,
    long revision,
    boolean backfill) {
  public static final String TYPE = "dev.homeport.analytics.group-changed.v1";

  /** A group of the scoring's grid. */
  public record Group(String key, String name) {}

  /** From 1, the worst, to the number of buckets of the scoring. */
  public record Scores(int r, int f, int m) {}

  /** What the customer did, as far as the scoring looks at it. */
  public record Values(LocalDate lastOrderDay, long frequency, Amount monetary) {}

  /** Orders less returns, in the reporting currency. */
  public record Amount(BigDecimal amount, String currency) {}
}
