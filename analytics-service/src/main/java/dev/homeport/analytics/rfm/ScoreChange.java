package dev.homeport.analytics.rfm;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What is to be written of a customer: the values, the scores or the group are others than before.
 *
 * @param before the key of the group before; empty for one who was not scored
 * @param now empty for one who is not scored any more
 */
public record ScoreChange(
    UUID customer, Optional<String> before, Optional<Scored> now, Reason reason) {

  /**
   * A customer with scores.
   *
   * @param leaves the first day, since 1970-01-01, on which something of this is too old for the
   *     scoring's window
   */
  public record Scored(Scores scores, Group group, Measures measures, OptionalLong leaves) {}

  /** Whether it is another group than before, or one where there was none, or none any more. */
  public boolean regrouped() {
    return !before.equals(now.map(scored -> scored.group().key()));
  }

  /**
   * Whether this comes of an order that is no news: it was placed before a day, and is told only
   * now.
   */
  public boolean historic(LocalDate since) {
    return reason == Reason.OWN_ORDER
        && now.isPresent()
        && now.get().measures().lastOrderDay().isBefore(since);
  }
}
