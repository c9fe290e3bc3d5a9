package dev.homeport.gateway.webhook;

import dev.homeport.gateway.contract.WebhookEndpointDisabled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The types that endpoints can ask for, by the topic that carries them. Left out are what holds
 * personal data and what services tell only each other; a test holds this against the contracts.
 */
public final class EventTypes {
  /** Tells a tenant's other endpoints that one of them is no longer served. */
  public static final String DISABLED = WebhookEndpointDisabled.TYPE;

  /** What a test sends; it goes to the endpoint that is tested, whatever it asks for. */
  public static final String TEST = "dev.homeport.gateway.webhook-test.v1";

  /** The form of a type, of a prefix with {@code .*}, and of {@code *}. */
  public static final String PATTERN = "^([*]|[a-z0-9-]+([.][a-z0-9-]+)*([.][*])?)$";

  /** Topic to types. */
  static final Map<String, List<String>> BY_TOPIC =
      Map.of(
          "homeport.order.v1",
          List.of("dev.homeport.order.recorded.v1", "dev.homeport.order.free-return-recorded.v1"),
          "homeport.identity.v1",
          List.of("dev.homeport.customer.identity-mapped.v1"),
          "homeport.customer.v1",
          List.of("dev.homeport.customer.changed.v1"),
          "homeport.consent.v1",
          List.of("dev.homeport.customer.consent-changed.v1"),
          "homeport.erasure.v1",
          List.of("dev.homeport.customer.erasure-asked.v1", "dev.homeport.erasure-confirmed.v1"),
          "homeport.score.v1",
          List.of(
              "dev.homeport.analytics.group-changed.v1",
              "dev.homeport.analytics.segment-entered.v1",
              "dev.homeport.analytics.segment-left.v1"),
          "homeport.loyalty.v1",
          List.of(
              "dev.homeport.loyalty.member-changed.v1",
              "dev.homeport.loyalty.tier-changed.v1",
              "dev.homeport.loyalty.points-expiring.v1"));

  private static final String ALL = "*";
  private static final String BELOW = ".*";

  private EventTypes() {}

  /** The types of a topic. */
  public static List<String> of(String topic) {
    return List.copyOf(BY_TOPIC.getOrDefault(topic, List.of()));
  }

  /** Every type that can be asked for, in alphabetical order. */
  public static List<String> all() {
    var all = new TreeMap<String, Boolean>();
    BY_TOPIC.values().forEach(types -> types.forEach(type -> all.put(type, true)));
    all.put(DISABLED, true);
    return new ArrayList<>(all.keySet());
  }

  /** Whether a pattern means a type. */
  public static boolean matches(String pattern, String type) {
    return pattern.equals(ALL)
        || pattern.equals(type)
        || (pattern.endsWith(BELOW) && type.startsWith(pattern.substring(0, pattern.length() - 1)));
  }

  /** Whether a pattern means any type at all. */
  public static boolean known(String pattern) {
    return all().stream().anyMatch(type -> matches(pattern, type));
  }
}
