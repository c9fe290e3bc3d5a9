package dev.homeport.gateway.usage;

import dev.homeport.gateway.tenant.TenantDirectory;
import dev.homeport.gateway.tenant.TenantView;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.tenant.WithoutTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The requests of any tenant, for platform administrators. */
@Path("/v1/tenants/{id}/usage")
@Tag(name = "Tenants")
@Produces(MediaType.APPLICATION_JSON)
@WithoutTenant
@RunOnVirtualThread
class TenantUsageResource {
  private final UsageReport report;
  private final TenantDirectory tenants;

  TenantUsageResource(UsageReport report, TenantDirectory tenants) {
    this.report = report;
    this.tenants = tenants;
  }

  @GET
  @PermissionsAllowed("tenants:read")
  @Operation(
      operationId = "getTenantUsage",
      summary = "Read a tenant's usage",
      description = "As the tenant reads it at `/v1/usage`.")
  @APIResponse(
      responseCode = "200",
      description = "The usage",
      content =
          @Content(
              schema = @Schema(implementation = UsageView.class),
              examples = @ExampleObject(name = "november", value = UsageResource.EXAMPLE)))
  public UsageView get(@PathParam("id") @Size(max = 40) String id) {
    UUID tenant = Ids.readPath(TenantView.PREFIX, id);
    return report.of(tenant, tenants.get(tenant).tenant().plan());
  }
}
