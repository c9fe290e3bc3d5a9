package dev.homeport.platform.tenant;

import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the settings of every tenant as the gateway publishes them. */
@ApplicationScoped
class TenantListener implements EventListener<TenantListener.TenantConfigured> {
  private final Tenants tenants;

  TenantListener(Tenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public String topic() {
    return "homeport.tenant.v1";
  }

  @Override
  public Map<String, Class<? extends TenantConfigured>> payloads() {
    return Map.of("dev.homeport.gateway.tenant-configured.v1", TenantConfigured.class);
  }

  @Override
  public boolean wholeState() {
    return true;
  }

  @Override
  public boolean knownTenantsOnly() {
    return false;
  }

  @Override
  public void apply(List<InboundEvent<TenantConfigured>> events) {
    events.forEach(event -> tenants.apply(event.data().settings()));
  }

  record TenantConfigured(
      UUID tenantId,
      String slug,
      String name,
      String reportingCurrency,
      String timeZone,
      List<String> markets,
      boolean sandbox,
      String plan,
      long clockAheadMicros,
      int epoch,
      long revision) {

    TenantSettings settings() {
      return new TenantSettings(
          tenantId,
          slug,
          name,
          Currency.getInstance(reportingCurrency),
          ZoneId.of(timeZone),
          markets,
          sandbox,
          plan,
          Duration.of(clockAheadMicros, ChronoUnit.MICROS),
          epoch,
          revision);
    }
  }
}
