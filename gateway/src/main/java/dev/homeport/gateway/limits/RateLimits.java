package dev.homeport.gateway.limits;

import dev.homeport.gateway.authentication.Caller;
import dev.homeport.gateway.route.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket for each client, each tenant, and each tenant in each group of routes; and the
 * monthly quota of each tenant.
 */
@ApplicationScoped
public class RateLimits {
  /** What is asked here costs nothing, so that whoever has used up the month can see it. */
  private static final String USAGE = "/v1/usage";

  private final Plans plans;
  private final Buckets buckets;
  private final RequestCounts counts;
  private final MeterRegistry metrics;
  private final Map<String, String> groups = new HashMap<>();

  RateLimits(
      Plans plans,
      Buckets buckets,
      RequestCounts counts,
      LimitsConfig config,
      MeterRegistry metrics) {
    this.plans = plans;
    this.buckets = buckets;
    this.counts = counts;
    this.metrics = metrics;
    config.routes().forEach((group, paths) -> paths.forEach(path -> groups.put(path, group)));
  }

  /**
   * Takes one request out of every limit that holds for it. Never fails and never blocks; may
   * complete on any thread.
   *
   * @param route null when the gateway answers itself
   * @param path that is asked for
   */
  public Future<Allowance> take(Caller caller, @Nullable Route route, String path) {
    Plan plan = plans.of(caller.tenant());
    var demands = new ArrayList<Demand>(3);
    String client = caller.tenant() + " " + caller.client();
    String tenant = caller.tenant() == null ? client : caller.tenant().toString();
    demand(demands, plans.client(caller, plan), client);
    if (caller.tenant() != null) {
      demand(demands, plan.tenant(), tenant);
    }
    demand(demands, plan.route(route == null ? null : groups.get(route.template())), tenant);
    UUID counted = route == null && path.equals(USAGE) ? null : caller.tenant();
    return draw(demands, 0, new Allowance(), counted, plan.monthlyRequests());
  }

  private static void demand(List<Demand> demands, @Nullable Rate rate, String owner) {
    if (rate != null && !rate.unlimited()) {
      demands.add(new Demand(rate, owner));
    }
  }

  /** One after the other: what a spent limit refuses is not taken out of the next. */
  private Future<Allowance> draw(
      List<Demand> demands, int first, Allowance allowance, @Nullable UUID tenant, long quota) {
    for (int i = first; i < demands.size() && allowance.granted(); i++) {
      Demand demand = demands.get(i);
      Future<Draw> draw = buckets.draw(demand.rate(), demand.owner());
      if (!draw.isComplete()) {
        int next = i + 1;
        return draw.compose(
            drawn -> {
              allowance.drawn(demand.rate(), drawn);
              return draw(demands, next, allowance, tenant, quota);
            });
      }
      allowance.drawn(demand.rate(), draw.result());
    }
    if (tenant != null && allowance.granted()) {
      count(tenant, quota, allowance);
    }
    if (!allowance.granted()) {
      metrics.counter("homeport.gateway.limited", "limit", allowance.spent()).increment();
    }
    return Future.succeededFuture(allowance);
  }

  private void count(UUID tenant, long quota, Allowance allowance) {
    MonthCount.Counted counted = counts.take(tenant, quota);
    if (counted == null) {
      allowance.exhausted(quota, counts.month(), counts.untilMonthEnds());
    } else {
      allowance.counted(counted);
      if (quota > 0) {
        allowance.left(quota, quota - counted.used(), counts.month(), counts.untilMonthEnds());
      }
    }
  }

  private record Demand(Rate rate, String owner) {}
}
