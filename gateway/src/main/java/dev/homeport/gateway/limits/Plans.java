package dev.homeport.gateway.limits;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.homeport.gateway.authentication.Caller;
import dev.homeport.gateway.limits.LimitsConfig.PlanConfig;
import dev.homeport.platform.readiness.ConfigurationCheck;
import dev.homeport.platform.tenant.TenantSettings;
import dev.homeport.platform.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Which plan a tenant has. Whoever asks never waits: until it is known, it is the standard one. */
@ApplicationScoped
class Plans implements ConfigurationCheck {
  private static final String STANDARD = "standard";
  private static final String PREFIX = "homeport.gateway.limits.plans.";

  private final LimitsConfig config;
  private final Tenants tenants;
  private final Map<String, Plan> byName = new HashMap<>();
  private final AsyncLoadingCache<UUID, Plan> byTenant;
  private final Plan standard;

  Plans(LimitsConfig config, Tenants tenants) {
    this.config = config;
    this.tenants = tenants;
    config.plans().forEach((name, plan) -> byName.put(name, Plan.of(plan)));
    this.standard = byName.getOrDefault(STANDARD, new Plan(Rate.NONE, Rate.NONE, Map.of(), 0));
    this.byTenant =
        Caffeine.newBuilder()
            .maximumSize(config.kept())
            .expireAfterAccess(config.idle())
            .refreshAfterWrite(config.planRefresh())
            .executor(Thread::startVirtualThread)
            .buildAsync(this::load);
  }

  Plan of(@Nullable UUID tenant) {
    if (tenant == null) {
      return standard;
    }
    CompletableFuture<Plan> plan = byTenant.get(tenant);
    return plan.isDone() && !plan.isCompletedExceptionally() ? plan.join() : standard;
  }

  /** The limit of one client: its tenant's, or that of its own plan where this is narrower. */
  Rate client(Caller caller, Plan tenants) {
    Plan own = caller.plan() == null ? null : byName.get(caller.plan());
    return own == null ? tenants.client() : own.client().narrower(tenants.client());
  }

  private Plan load(UUID tenant) {
    return tenants.find(tenant).map(TenantSettings::plan).map(byName::get).orElse(standard);
  }

  @Override
  public List<String> faults() {
    var faults = new ArrayList<String>();
    if (!config.plans().containsKey(STANDARD)) {
      faults.add(PREFIX + STANDARD + " must exist: it is for all tenants without another plan");
    }
    byName.forEach(
        (name, plan) -> {
          check(faults, name + ".client", plan.client());
          check(faults, name + ".tenant", plan.tenant());
          plan.routes().forEach((group, rate) -> check(faults, name + ".routes." + group, rate));
          if (plan.monthlyRequests() < 0) {
            faults.add(PREFIX + name + ".monthly-requests must be 0 for no limit, or more");
          }
        });
    config.plans().forEach((name, plan) -> checkGroups(faults, name, plan));
    return faults;
  }

  private void check(List<String> faults, String limit, Rate rate) {
    if (rate.unlimited()) {
      return;
    }
    if (rate.perSecond() < 0 || rate.burst() < 1) {
      faults.add(PREFIX + limit + " must allow at least one request, or 0 a second for no limit");
    } else if (rate.window() > config.idle().toSeconds()) {
      faults.add(PREFIX + limit + " must be full again within homeport.gateway.limits.idle");
    }
  }

  private void checkGroups(List<String> faults, String name, PlanConfig plan) {
    for (String group : plan.routes().keySet()) {
      if (!config.routes().containsKey(group)) {
        faults.add(PREFIX + name + ".routes." + group + " limits no group of routes");
      }
    }
  }
}
