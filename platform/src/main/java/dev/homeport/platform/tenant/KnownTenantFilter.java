package dev.homeport.platform.tenant;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A caller must act for a tenant that this service has heard of. */
class KnownTenantFilter {
  private final CurrentTenant tenant;
  private final SecurityIdentity identity;

  KnownTenantFilter(CurrentTenant tenant, SecurityIdentity identity) {
    this.tenant = tenant;
    this.identity = identity;
  }

  @ServerRequestFilter
  void refuseUnknownTenant(ContainerRequestContext request, ResourceInfo resource) {
    Class<?> type = resource.getResourceClass();
    if (type == null || type.isAnnotationPresent(WithoutTenant.class) || identity.isAnonymous()) {
      return;
    }
    tenant.settings();
  }
}
