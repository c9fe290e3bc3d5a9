package dev.homeport.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.homeport.gateway.authentication.Caller;
import dev.homeport.gateway.route.Route;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket for each client, each tenant, and each tenant in each group of routes. They are in
 * the memory of this replica; clients share no lock.
 */
@ApplicationScoped
public class RateLimits {
  private final Plans plans;
  private final MeterRegistry metrics;
  private final Map<String, String> groups = new HashMap<>();
  private final Cache<Key, Meter> meters;

  RateLimits(Plans plans, LimitsConfig config, MeterRegistry metrics) {
    this.plans = plans;
    this.metrics = metrics;
    config.routes().forEach((group, paths) -> paths.forEach(path -> groups.put(path, group)));
    this.meters =
        Caffeine.newBuilder().maximumSize(config.kept()).expireAfterAccess(config.idle()).build();
  }

  /**
   * Takes one request out of every limit that holds for it. Never blocks.
   *
   * @param route null when the gateway answers itself
   */
  public Allowance take(Caller caller, @Nullable Route route) {
    Plan plan = plans.of(caller.tenant());
    String group = route == null ? null : groups.get(route.template());
    Object tenant = caller.tenant() == null ? caller : caller.tenant();
    var allowance = new Allowance();
    take(plans.client(caller, plan), caller, allowance);
    if (caller.tenant() != null) {
      take(plan.tenant(), tenant, allowance);
    }
    take(plan.route(group), tenant, allowance);
    if (!allowance.granted()) {
      metrics.counter("homeport.gateway.limited", "limit", allowance.spent()).increment();
    }
    return allowance;
  }

  private void take(@Nullable Rate rate, Object owner, Allowance allowance) {
    if (rate == null || rate.unlimited() || !allowance.granted()) {
      return;
    }
    Meter meter = meter(new Key(rate.name(), owner), rate);
    ConsumptionProbe probe = meter.bucket().tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      allowance.left(rate, probe.getRemainingTokens());
    } else {
      allowance.spent(rate, probe.getNanosToWaitForRefill());
    }
  }

  /** A changed plan begins with full buckets. */
  private Meter meter(Key key, Rate rate) {
    Meter meter = meters.get(key, _ -> new Meter(rate, rate.bucket()));
    if (!meter.rate().equals(rate)) {
      meter = new Meter(rate, rate.bucket());
      meters.put(key, meter);
    }
    return meter;
  }

  private record Key(String limit, Object owner) {}

  private record Meter(Rate rate, Bucket bucket) {}
}
