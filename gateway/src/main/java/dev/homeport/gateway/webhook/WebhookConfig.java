package dev.homeport.gateway.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How events are delivered. */
@ConfigMapping(prefix = "homeport.gateway.webhooks")
public interface WebhookConfig {

  /**
   * Where events may also be sent, and without TLS: hosts, hosts with a port, networks. For tests
   * and local runs; production does not start with any.
   */
  Optional<List<String>> allowed();

  /** How long before each attempt, from the one before it; as many attempts as entries. */
  @WithDefault("0s,5s,5m,30m,2h,5h,10h,14h,20h,24h")
  List<Duration> schedule();

  /** A whole attempt, from the look-up of the host to the end of the answer. */
  @WithDefault("15s")
  Duration timeout();

  /** An endpoint that has taken nothing for so long is disabled. */
  @WithDefault("5d")
  Duration disableAfter();

  /** How long deliveries are kept, waiting ones too; at most 30 days. */
  @WithDefault("30d")
  Duration logKept();

  /** How long a replaced secret signs beside the new one, unless the caller says. */
  @WithDefault("24h")
  Duration secretOverlap();

  /** How many endpoints a tenant may have. */
  @WithDefault("50")
  int endpointsPerTenant();

  /** Requests under way from one replica, to all endpoints. */
  @WithDefault("256")
  int maxInFlight();

  /** How soon a delivery that falls due, or was left by a replica that died, is noticed. */
  @WithDefault("500ms")
  Duration poll();
}
