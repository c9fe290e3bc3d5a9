package dev.homeport.platform.due;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.TenantSettings;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What this service knows of the caller's tenant. */
@Path("/v1/{service}/tenant")
@Tag(name = "Tenant", description = "What a service knows of your tenant.")
@PermissionsAllowed("admin:read")
@RunOnVirtualThread
class TenantStateResource {
  private static final String AHEAD =
      """
      {"slug":"acme-sandbox","sandbox":true,"now":"2028-01-01T00:00:03Z","epoch":0,
       "revision":1793527200000001,"settledRevision":1793527200000001,
       "settledUntil":"2028-01-01T00:00:01Z"}""";

  private final CurrentTenant tenant;
  private final Settlements settlements;
  private final Clock clock;
  private final String service;

  TenantStateResource(
      CurrentTenant tenant,
      Settlements settlements,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.tenant = tenant;
    this.settlements = settlements;
    this.clock = clock;
    this.service = service;
  }

  @GET
  @PermissionsAllowed("admin:read")
  @Operation(
      operationId = "getTenantState",
      summary = "Read what this service knows of your tenant",
      description =
          "Its settings as they have arrived here and, of a sandbox, up to which of them everything"
              + " that falls due has been done.")
  @APIResponse(
      responseCode = "200",
      description = "What is known here.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TenantState.class),
              examples = @ExampleObject(name = "ahead", value = AHEAD)))
  public TenantState get(@PathParam("service") String name) {
    if (!name.equals(service)) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    TenantSettings settings = tenant.settings();
    return TenantState.of(settings, clock.instant(), settlements.find(settings.id()));
  }
}
