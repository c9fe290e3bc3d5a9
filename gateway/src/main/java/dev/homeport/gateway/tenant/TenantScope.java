package dev.homeport.gateway.tenant;

import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Transactions of the platform's administrators, whose tokens name no tenant. What belongs to the
 * requests themselves, their idempotency keys, is kept under the nil tenant; what belongs to the
 * tenant that they are about, its event and audit entry, under that tenant.
 */
@ApplicationScoped
public class TenantScope {
  private static final UUID PLATFORM = new UUID(0, 0);

  private final CurrentTenant tenant;
  private final EntityManager entities;

  TenantScope(CurrentTenant tenant, EntityManager entities) {
    this.tenant = tenant;
    this.entities = entities;
  }

  /** A new transaction of the platform. */
  public <T> T transaction(Callable<T> work) {
    return tenant.call(PLATFORM, () -> QuarkusTransaction.requiringNew().call(work));
  }

  /** A part of a platform's transaction that belongs to a tenant. */
  void run(UUID id, Runnable work) {
    enter(id);
    tenant.run(id, work);
    enter(PLATFORM);
  }

  private void enter(UUID id) {
    entities
        .createNativeQuery("select set_config('app.tenant', :tenant, true)", String.class)
        .setParameter("tenant", id.toString())
        .getSingleResult();
  }
}
