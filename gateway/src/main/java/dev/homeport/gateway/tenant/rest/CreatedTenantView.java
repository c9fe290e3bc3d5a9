package dev.homeport.gateway.tenant.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.gateway.tenant.TenantView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant just made, with its credentials. */
@Schema(name = "CreatedTenant", description = "A tenant just made, with its credentials.")
record CreatedTenantView(@JsonUnwrapped TenantView tenant, CredentialsView credentials) {}
