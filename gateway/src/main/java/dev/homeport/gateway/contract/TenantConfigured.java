package dev.homeport.gateway.contract;

import dev.homeport.platform.event.Topic;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * The settings of a tenant as they now stand, on {@code homeport.tenant.v1} under the tenant's id.
 *
 * @param reportingCurrency ISO 4217
 * @param timeZone of the IANA database
 * @param clockAheadMicros how far the clock of a sandbox runs ahead of the real one
 * @param epoch how often a sandbox has been emptied; events of an earlier epoch are nobody's
 * @param revision rises with every change
 */
public record TenantConfigured(
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

  /** The CloudEvents type. */
  public static final String TYPE = "dev.homeport.gateway.tenant-configured.v1";

  /** Where it is published; the last one of each tenant stays for ever. */
  public static final Topic TOPIC = Topic.compacted("homeport.tenant.v1");

  public TenantConfigured {
    markets = List.copyOf(markets);
  }

  /** Has the topic created at start. */
  @Singleton
  static class Owner {
    @Produces
    @Singleton
    Topic topic() {
      return TOPIC;
    }
  }
}
