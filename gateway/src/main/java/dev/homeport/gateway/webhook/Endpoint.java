package dev.homeport.gateway.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant's events are sent.
 *
 * @param eventTypes what it asks for: types, prefixes that end in {@code .*}, or {@code *}
 * @param maxConcurrency requests under way to it at once, over all replicas
 * @param disabled null while events are sent to it
 * @param version counts the changes; the ETag
 */
public record Endpoint(
    UUID id,
    String url,
    List<String> eventTypes,
    @Nullable String description,
    Ordering ordering,
    int maxConcurrency,
    @Nullable Disabled disabled,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  /** The prefix of its identifier. */
  public static final String PREFIX = "whe";

  public Endpoint {
    eventTypes = List.copyOf(eventTypes);
  }

  /** Since when nothing is sent, and why. What comes meanwhile waits. */
  public record Disabled(DisabledReason reason, Instant since) {}

  /** What its owner says of it. */
  public record Stated(
      String url,
      List<String> eventTypes,
      @Nullable String description,
      boolean enabled,
      Ordering ordering,
      int maxConcurrency) {
    public Stated {
      eventTypes = List.copyOf(eventTypes);
    }
  }

  /** Whether it asks for events of that type. */
  public boolean wants(String type) {
    return eventTypes.stream().anyMatch(pattern -> EventTypes.matches(pattern, type));
  }

  /** What must go out after each other. */
  public String lane(String topic, String key, UUID eventId) {
    String lane = topic + '/' + key;
    return ordering == Ordering.KEY ? lane : lane + '/' + eventId;
  }
}
