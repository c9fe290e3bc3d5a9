package dev.homeport.analytics.profile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's data may be used for.
 *
 * @param allowed only what is allowed; each purpose once
 * @param revision a lower one never replaces a higher one
 */
public record Consent(UUID customerId, List<Use> allowed, long revision) {

  public Consent {
    allowed = List.copyOf(allowed);
  }

  /**
   * A purpose.
   *
   * @param until when it ends by itself; null: it does not
   */
  public record Use(String purpose, @Nullable Instant until) {}
}
