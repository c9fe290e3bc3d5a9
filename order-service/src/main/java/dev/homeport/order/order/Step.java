package dev.homeport.order.order;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order.
 *
 * @param at when it happened, by the source's clock; in microseconds
 * @param method how it was paid
 * @param carrier who carries the goods
 * @param trackingNumber the carrier's number of the parcel
 * @param reason why it was called off
 * @param recorded when we heard of it
 */
public record Step(
    StepKind kind,
    Instant at,
    @Nullable String method,
    @Nullable String carrier,
    @Nullable String trackingNumber,
    @Nullable String reason,
    Recorded recorded) {
  private static final Comparator<@Nullable String> TEXT =
      Comparator.nullsFirst(Comparator.<String>naturalOrder());

  /** By what the source said alone, so that it is the same however the steps were delivered. */
  static final Comparator<Step> ORDER =
      Comparator.comparing(Step::at)
          .thenComparing(Step::kind)
          .thenComparing(Step::method, TEXT)
          .thenComparing(Step::carrier, TEXT)
          .thenComparing(Step::trackingNumber, TEXT)
          .thenComparing(Step::reason, TEXT);

  public Step {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** A step without particulars. */
  public static Step of(StepKind kind, Instant at, Recorded recorded) {
    return new Step(kind, at, null, null, null, null, recorded);
  }

  /** Whether the source says the same, whenever we heard of it. */
  boolean saysTheSameAs(Step other) {
    return ORDER.compare(this, other) == 0;
  }
}
