package dev.homeport.platform.audit;

import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail of the caller's tenant in this service. */
@Path("/v1/{service}/audit-entries")
@Tag(name = "Audit", description = "Who changed what, when and why.")
@PermissionsAllowed("admin:read")
@RunOnVirtualThread
class AuditResource {
  private static final String ENTRIES =
      """
      {"items":[{"id":"aud_01928c5e-6f50-7000-8000-000000000001","at":"2026-11-01T10:00:00Z",
       "subject":"service-account-acme","client":"acme-backoffice","action":"channel.update",
       "resourceType":"channel","resourceId":"shop-de","before":{"market":"DE"},
       "after":{"market":"AT"},"reason":"The merchant asked by phone",
       "traceId":"4bf92f3577b34da6a3ce929d0e0e4736","block":17}]}""";

  private static final String VERIFIED =
      """
      {"valid":true,"blocks":17,"entries":230,"unsealed":2,
       "head":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""";

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
  @APIResponse(
      responseCode = "200",
      description = "A page of entries.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EntryPage.class),
              examples = @ExampleObject(name = "one", value = ENTRIES)))
  public Page<AuditEntryView> list(
      @PathParam("service") String name,
      @BeanParam @Valid AuditFilter filter,
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
  @APIResponse(
      responseCode = "200",
      description = "What came of it.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AuditVerification.class),
              examples = @ExampleObject(name = "valid", value = VERIFIED)))
  public AuditVerification verify(@PathParam("service") String name) {
    requireOwn(name);
    return verifier.verify();
  }

  private void requireOwn(String name) {
    if (!name.equals(service)) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageAuditEntryView")
  record EntryPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<AuditEntryView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
