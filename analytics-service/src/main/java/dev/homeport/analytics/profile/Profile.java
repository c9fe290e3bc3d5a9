package dev.homeport.analytics.profile;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as customer-service describes it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param language BCP 47
 * @param revision a lower one never replaces a higher one
 */
public record Profile(
    UUID customerId,
    Status status,
    @Nullable String country,
    @Nullable String language,
    List<String> tags,
    long revision) {

  public Profile {
    tags = List.copyOf(tags);
  }

  /** What has become of a customer. */
  public enum Status {
    active,
    /** The identities belong to another customer. */
    merged,
    /** The person was forgotten. */
    erased
  }
}
