package dev.homeport.platform.testing;

import dev.homeport.platform.tenant.TenantSettings;
import dev.homeport.platform.tenant.Tenants;
import io.quarkus.arc.Arc;
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
    Arc.container()
        .instance(Tenants.class)
        .get()
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
                1));
    return id;
  }
}
