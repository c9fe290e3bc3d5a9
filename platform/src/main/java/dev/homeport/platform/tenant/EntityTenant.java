package dev.homeport.platform.tenant;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives Hibernate the tenant for {@code @TenantId} fields. */
@PersistenceUnitExtension
@ApplicationScoped
class EntityTenant implements TenantResolver {
  private static final String NOBODY = new UUID(0, 0).toString();

  private final CurrentTenant tenant;

  EntityTenant(CurrentTenant tenant) {
    this.tenant = tenant;
  }

  @Override
  public String getDefaultTenantId() {
    return NOBODY;
  }

  @Override
  public String resolveTenantId() {
    return tenant.find().map(UUID::toString).orElse(NOBODY);
  }
}
