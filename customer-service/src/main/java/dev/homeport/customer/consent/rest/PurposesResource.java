package dev.homeport.customer.consent.rest;

import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.consent.Purpose;
import dev.homeport.customer.consent.store.PurposeTable;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a merchant may want to use personal data for. */
@Path("/v1/consent-purposes")
@Tag(name = "Consent", description = "What people have allowed, and what they have not.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PurposesResource {
  private final PurposeTable purposes;
  private final Cursors cursors;
  private final Audit audit;

  PurposesResource(PurposeTable purposes, Cursors cursors, Audit audit) {
    this.purposes = purposes;
    this.cursors = cursors;
    this.audit = audit;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "createConsentPurpose",
      summary = "Declare a purpose",
      description =
          "With the legal basis, and that of countries where the law asks something else.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewPurpose.class),
              examples = @ExampleObject(name = "new", value = NewPurpose.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The purpose.",
      content =
          @Content(
              schema = @Schema(implementation = PurposeView.class),
              examples = @ExampleObject(name = "purpose", value = PurposeView.EXAMPLE)))
  public Response create(@Valid NewPurpose request) {
    Purpose purpose = request.document().purpose(request.code());
    if (!purposes.add(purpose)) {
      throw Problem.of(CustomerProblem.PURPOSE_EXISTS).at("/code", "is that of a purpose");
    }
    PurposeView view = view(purpose.code());
    audit.record("consent-purpose.create", "consent-purpose", purpose.code(), null, view);
    return Response.created(URI.create("/v1/consent-purposes/" + purpose.code()))
        .tag(ETags.of(view.version()))
        .entity(view)
        .build();
  }

  @GET
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listConsentPurposes",
      summary = "List the purposes",
      description = "By code.")
  @APIResponse(
      responseCode = "200",
      description = "A page of purposes.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PurposePage.class),
              examples = @ExampleObject(name = "one", value = PurposeView.PAGE)))
  public Page<PurposeView> list(@BeanParam PageRequest page) {
    Paging paging = cursors.open(page);
    return paging.page(
        purposes.list(paging.first() ? "" : paging.after().getFirst(), paging.fetch()),
        PurposeView::of,
        stored -> List.of(stored.purpose().code()));
  }

  @GET
  @Path("{code}")
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getConsentPurpose",
      summary = "Read a purpose",
      description = "Its legal basis, by country where that differs.")
  @APIResponse(
      responseCode = "200",
      description = "The purpose.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PurposeView.class),
              examples = @ExampleObject(name = "purpose", value = PurposeView.EXAMPLE)))
  public RestResponse<PurposeView> get(
      @Parameter(description = "The purpose.", example = "email-marketing")
          @PathParam("code")
          @Size(max = 64)
          String code) {
    PurposeView view = view(code);
    return ETags.ok(view, view.version());
  }

  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "changeConsentPurpose",
      summary = "Replace the settings of a purpose",
      description =
          "What people have said stays; what follows from it is decided by the new settings. Other"
              + " services hear of it with each customer's next record.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = PurposeDocument.class),
              examples = @ExampleObject(name = "settings", value = PurposeDocument.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The changed purpose.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PurposeView.class),
              examples = @ExampleObject(name = "purpose", value = PurposeView.EXAMPLE)))
  public RestResponse<PurposeView> change(
      @Parameter(description = "The purpose.", example = "email-marketing")
          @PathParam("code")
          @Size(max = 64)
          String code,
      @Parameter(description = "The ETag of the version to change.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @Valid PurposeDocument document) {
    PurposeTable.Stored before =
        purposes.lock(code).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    ETags.requireMatch(ifMatch, before.version());
    purposes.change(document.purpose(code));
    PurposeView view = view(code);
    audit.record("consent-purpose.change", "consent-purpose", code, PurposeView.of(before), view);
    return ETags.ok(view, view.version());
  }

  private PurposeView view(String code) {
    return PurposeView.of(
        purposes.find(code).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND)));
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageConsentPurposeView")
  record PurposePage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<PurposeView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
