package dev.homeport.gateway.limits;

import dev.homeport.gateway.limits.LimitsConfig.PlanConfig;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a plan.
 *
 * @param monthlyRequests of all clients of a tenant in a calendar month; 0 for no limit
 */
record Plan(Rate client, Rate tenant, Map<String, Rate> routes, long monthlyRequests) {

  Plan {
    routes = Map.copyOf(routes);
  }

  static Plan of(PlanConfig config) {
    var routes = new HashMap<String, Rate>();
    config
        .routes()
        .forEach(
            (group, rate) -> routes.put(group, Rate.of(group, rate.perSecond(), rate.burst())));
    return new Plan(
        Rate.of("client", config.clientPerSecond(), config.clientBurst()),
        Rate.of("tenant", config.tenantPerSecond(), config.tenantBurst()),
        routes,
        config.monthlyRequests());
  }

  /** The limit of a group of routes; null where there is none. */
  @Nullable Rate route(@Nullable String group) {
    return group == null ? null : routes.get(group);
  }
}
