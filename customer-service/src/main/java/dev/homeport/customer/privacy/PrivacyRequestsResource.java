package dev.homeport.customer.privacy;

import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.privacy.PrivacyRequest.Kind;
import dev.homeport.customer.profile.Profile;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people ask about their own data. */
@Path("/v1/privacy-requests")
@Tag(name = "Privacy", description = "What people ask about their own data.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PrivacyRequestsResource {
  private static final String NEW =
      """
      {"kind": "access", "customerId": "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f",
       "receivedAt": "2026-11-01T10:00:00Z"}""";
  private static final String ID = "prq_01928c5e-6f50-7000-8000-000000000001";

  private final PrivacyDesk desk;
  private final PrivacyRequests requests;
  private final Certificates certificates;
  private final Cursors cursors;
  private final Audit audit;
  private final Clock clock;

  PrivacyRequestsResource(
      PrivacyDesk desk,
      PrivacyRequests requests,
      Certificates certificates,
      Cursors cursors,
      Audit audit,
      Clock clock) {
    this.desk = desk;
    this.requests = requests;
    this.certificates = certificates;
    this.cursors = cursors;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "createPrivacyRequest",
      summary = "Ask for a person's data, or for its erasure",
      description =
          "`access` gathers what every service holds. `erasure` destroys the person's key at once"
              + " and for good: what was known becomes unreadable, orders, points and totals stay"
              + " without the person, and a later order of the same buyer does not bring them back."
              + " A second erasure answers with the first.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewPrivacyRequest.class),
              examples = @ExampleObject(name = "access", value = NEW)))
  @APIResponse(
      responseCode = "201",
      description = "The request.",
      content =
          @Content(
              schema = @Schema(implementation = PrivacyRequestView.class),
              examples = @ExampleObject(name = "request", value = PrivacyRequestView.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The person was erased before; this is that request.",
      content =
          @Content(
              schema = @Schema(implementation = PrivacyRequestView.class),
              examples = @ExampleObject(name = "request", value = PrivacyRequestView.EXAMPLE)))
  @APIResponse(
      responseCode = "422",
      description = "There is no such customer (`unknown-customer`), or it has been erased.")
  public Response create(@Valid NewPrivacyRequest asked) {
    UUID customer = Ids.read(Profile.PREFIX, asked.customerId());
    Instant now = clock.instant();
    Instant received = asked.receivedAt() == null ? now : asked.receivedAt();
    if (received.isAfter(now)) {
      throw Problem.of(CommonProblem.INVALID_VALUE).at("/receivedAt", "lies in the future");
    }
    PrivacyDesk.Made made =
        switch (asked.kind()) {
          case ACCESS -> desk.access(customer, received);
          case ERASURE -> desk.erase(customer, received);
        };
    PrivacyRequestView view = PrivacyRequestView.of(made.request());
    if (!made.created()) {
      return Response.ok(view).build();
    }
    audit.record("privacy-request.create", "privacy-request", view.id(), null, view);
    return Response.created(URI.create("/v1/privacy-requests/" + view.id())).entity(view).build();
  }

  @GET
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listPrivacyRequests",
      summary = "List what people asked",
      description = "Newest first.")
  @APIResponse(
      responseCode = "200",
      description = "A page of requests.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RequestPage.class),
              examples = @ExampleObject(name = "one", value = PrivacyRequestView.PAGE)))
  public Page<PrivacyRequestView> list(@BeanParam PageRequest page) {
    Paging paging = cursors.open(page);
    UUID before = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    return paging.page(
        requests.list(before, paging.fetch()),
        PrivacyRequestView::of,
        request -> List.of(request.id()));
  }

  @GET
  @Path("{id}")
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getPrivacyRequest",
      summary = "Read a request",
      description = "Whether every service has answered, and until when they must.")
  @APIResponse(
      responseCode = "200",
      description = "The request.",
      content =
          @Content(
              schema = @Schema(implementation = PrivacyRequestView.class),
              examples = @ExampleObject(name = "request", value = PrivacyRequestView.EXAMPLE)))
  public PrivacyRequestView get(
      @Parameter(description = "The request.", example = ID) @PathParam("id") @Size(max = 40)
          String id) {
    return PrivacyRequestView.of(find(id));
  }

  @GET
  @Path("{id}/certificate")
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getErasureCertificate",
      summary = "Read the certificate of an erasure",
      description =
          "Signed once every service has confirmed; 409 `not-answered-yet` until then. It says when"
              + " the last copy becomes unreadable. Verified offline: the signature covers the"
              + " characters before the second point.")
  @APIResponse(
      responseCode = "200",
      description = "The certificate and the public key.",
      content =
          @Content(
              schema = @Schema(implementation = CertificateView.class),
              examples = @ExampleObject(name = "certificate", value = CertificateView.EXAMPLE)))
  public CertificateView certificate(
      @Parameter(description = "The request.", example = ID) @PathParam("id") @Size(max = 40)
          String id) {
    PrivacyRequest request = done(id, Kind.ERASURE);
    String certificate = request.certificate();
    if (certificate == null) {
      throw Problem.of(CustomerProblem.NOT_ANSWERED_YET);
    }
    return new CertificateView(certificate, certificates.publicKey());
  }

  @GET
  @Path("{id}/archive")
  @Produces("application/zip")
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getAccessArchive",
      summary = "Download what is held of a person",
      description =
          "A ZIP with JSON files in a folder for each service; 409 `not-answered-yet` until all have"
              + " contributed, and 404 once the person was erased.")
  @APIResponse(
      responseCode = "200",
      description = "The archive.",
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 256 << 20),
              examples = @ExampleObject(name = "zip", value = "PK...")))
  public Response archive(
      @Parameter(description = "The request.", example = ID) @PathParam("id") @Size(max = 40)
          String id) {
    PrivacyRequest request = done(id, Kind.ACCESS);
    List<PrivacyDesk.Holding> held = desk.archive(request);
    if (held.isEmpty()) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    return Response.ok(Archive.of(held)).build();
  }

  private PrivacyRequest done(String id, Kind kind) {
    PrivacyRequest request = find(id);
    if (request.kind() != kind) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    if (request.completedAt() == null) {
      throw Problem.of(CustomerProblem.NOT_ANSWERED_YET);
    }
    return request;
  }

  private PrivacyRequest find(String id) {
    return requests
        .find(Ids.readPath(PrivacyRequestView.PREFIX, id))
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PagePrivacyRequestView")
  record RequestPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<PrivacyRequestView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
