package dev.homeport.gateway.tenant;

import dev.homeport.gateway.contract.TenantConfigured;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Tells every service of a tenant's settings, and the audit trail who changed them. */
@ApplicationScoped
public class TenantPublication {
  private final Outbox outbox;
  private final Audit audit;

  TenantPublication(Outbox outbox, Audit audit) {
    this.outbox = outbox;
    this.audit = audit;
  }

  /**
   * In the caller's transaction, which must be that of the tenant.
   *
   * @param action for the audit trail
   * @param before the tenant as it was; null for a new one
   */
  public void publish(String action, @Nullable TenantView before, TenantAccount account) {
    String key = account.id.toString();
    outbox.append(
        OutboundEvent.of(
            TenantConfigured.TOPIC,
            key,
            TenantConfigured.TYPE,
            key,
            account.revision,
            account.configured()));
    audit.record(action, "tenant", shown(account), before, TenantView.from(account));
  }

  static String shown(TenantAccount account) {
    return Ids.show(TenantView.PREFIX, account.id);
  }
}
