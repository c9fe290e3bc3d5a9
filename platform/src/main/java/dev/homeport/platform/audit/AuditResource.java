package dev.homeport.platform.audit;

import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail of the caller's tenant in this service. */
@Path("/v1/{service}/audit-entries")
@Tag(name = "Audit", description = "Who changed what, when and why.")
@PermissionsAllowed("admin:read")
@RunOnVirtualThread
class AuditResource {
  private final AuditTrail trail;
  private final AuditVerifier verifier;
  private final Cursors cursors;
  private final String service;

  AuditResource(
      AuditTrail trail,
      AuditVerifier verifier,
      Cursors cursors,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.trail = trail;
    this.verifier = verifier;
    this.cursors = cursors;
    this.service = service;
  }

  @GET
  @PermissionsAllowed("admin:read")
  @Operation(
      operationId = "listAuditEntries",
      summary = "List audit entries",
      description = "Newest first. A filter that is absent lets everything through.")
  public Page<AuditEntryView> list(
      @PathParam("service") String name,
      @BeanParam AuditFilter filter,
      @BeanParam PageRequest page) {
    requireOwn(name);
    Paging paging = cursors.open(page);
    return paging.page(
        trail.list(filter, paging.after(), paging.fetch()),
        AuditEntryView::from,
        entry -> List.of(entry.id()));
  }

  @GET
  @Path("/verification")
  @PermissionsAllowed("admin:read")
  @Operation(
      operationId = "verifyAuditEntries",
      summary = "Verify the audit trail",
      description =
          "Recomputes the hash chain over all sealed entries and says where it first breaks."
              + " Entries are sealed some seconds after they were written.")
  public AuditVerification verify(@PathParam("service") String name) {
    requireOwn(name);
    return verifier.verify();
  }

  private void requireOwn(String name) {
    if (!name.equals(service)) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
  }
}
