package dev.homeport.platform.testing;

import dev.homeport.platform.tenant.TenantSettings;
import dev.homeport.platform.tenant.Tenants;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Makes tenants known to the service under test. */
public final class TestTenants {
  private TestTenants() {}

  /** A new tenant that reports in EUR, in the zone of Berlin. */
  public static UUID create() {
    return create("EUR", "Europe/Berlin");
  }

  /** A new tenant. */
  public static UUID create(String reportingCurrency, String timeZone) {
    UUID id = UUID.randomUUID();
    tenants()
        .apply(
            new TenantSettings(
                id,
                "t-" + id.toString().substring(0, 8),
                "Test merchant",
                Currency.getInstance(reportingCurrency),
                ZoneId.of(timeZone),
                List.of("DE", "FR"),
                true,
                "standard",
                Duration.ZERO,
                0,
                1));
    return id;
  }

  /** Sets the clock of a tenant so far ahead. */
  public static void clockAhead(UUID id, Duration ahead) {
    change(id, ahead, tenants().find(id).orElseThrow().epoch());
  }

  /** Empties a tenant. */
  public static void empty(UUID id) {
    change(id, Duration.ZERO, tenants().find(id).orElseThrow().epoch() + 1);
  }

  private static void change(UUID id, Duration ahead, int epoch) {
    TenantSettings old = tenants().find(id).orElseThrow();
    tenants()
        .apply(
            new TenantSettings(
                id,
                old.slug(),
                old.name(),
                old.reportingCurrency(),
                old.timeZone(),
                old.markets(),
                old.sandbox(),
                old.plan(),
                ahead,
                epoch,
                old.revision() + 1));
  }

  private static Tenants tenants() {
    return Arc.container().instance(Tenants.class).get();
  }
}
