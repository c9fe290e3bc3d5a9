package dev.homeport.analytics.inbound;

import static java.util.Objects.requireNonNull;

import dev.homeport.analytics.profile.Profile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code dev.homeport.customer.changed.v1}: what others may know of a customer. */
record CustomerChanged(
    UUID customerId,
    @Nullable String country,
    @Nullable String language,
    List<String> tags,
    String status,
    long revision) {

  CustomerChanged {
    requireNonNull(customerId, "customerId");
    requireNonNull(status, "status");
    tags = List.copyOf(tags);
  }

  Profile profile() {
    return new Profile(
        customerId, Profile.Status.valueOf(status), country, language, tags, revision);
  }
}
