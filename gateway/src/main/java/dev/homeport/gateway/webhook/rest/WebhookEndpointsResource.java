package dev.homeport.gateway.webhook.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.gateway.webhook.Endpoint;
import dev.homeport.gateway.webhook.WebhookConfig;
import dev.homeport.gateway.webhook.administration.EndpointAdministration;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.http.MergePatch;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Where a tenant's events are sent. */
@Path(WebhookEndpointsResource.PATH)
@Tag(
    name = "Webhooks",
    description = "Events, sent and signed as Standard Webhooks has it, and what became of them.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class WebhookEndpointsResource {
  static final String PATH = "/v1/webhook-endpoints";
  private static final String KIND = "webhook-endpoint";

  private final EndpointAdministration administration;
  private final MergePatch mergePatch;
  private final Cursors cursors;
  private final Audit audit;
  private final Duration overlap;

  WebhookEndpointsResource(
      EndpointAdministration administration,
      MergePatch mergePatch,
      Cursors cursors,
      Audit audit,
      WebhookConfig config) {
    this.administration = administration;
    this.mergePatch = mergePatch;
    this.cursors = cursors;
    this.audit = audit;
    this.overlap = config.secretOverlap();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "createWebhookEndpoint",
      summary = "Have events sent to an address",
      description =
          "Events that are recorded from now on are posted there as CloudEvents in structured JSON,"
              + " signed with the secret that is shown here and never again, except to a repeat with"
              + " the same Idempotency-Key. An address that does not lie in the public internet is"
              + " refused, here and at every delivery.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = EndpointDocument.class),
              examples = @ExampleObject(name = "orders", value = WebhookExamples.NEW)))
  @APIResponse(
      responseCode = "201",
      description = "The endpoint, with its secret.",
      content =
          @Content(
              schema = @Schema(implementation = CreatedEndpointView.class),
              examples = @ExampleObject(name = "orders", value = WebhookExamples.CREATED)))
  public Response create(@Valid @NotNull EndpointDocument document) {
    EndpointAdministration.Created created = administration.create(document.stated());
    EndpointView view = EndpointView.from(created.endpoint());
    audit.record("webhook-endpoint.create", KIND, view.id(), null, view);
    return Response.created(URI.create(PATH + "/" + view.id()))
        .tag(ETags.of(created.endpoint().version()))
        .entity(new CreatedEndpointView(view, created.secret().shown()))
        .build();
  }

  @GET
  @Transactional
  @PermissionsAllowed("webhooks:read")
  @Operation(
      operationId = "listWebhookEndpoints",
      summary = "Webhook endpoints, page by page",
      description = "The oldest first.")
  @APIResponse(
      responseCode = "200",
      description = "A page of endpoints.",
      content =
          @Content(
              schema = @Schema(implementation = EndpointPage.class),
              examples =
                  @ExampleObject(
                      name = "one",
                      value = "{\"items\":[" + WebhookExamples.ENDPOINT + "]}")))
  public Page<EndpointView> list(@BeanParam @Valid PageRequest page) {
    Paging paging = cursors.open(page);
    UUID after = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    return paging.page(
        administration.list(after, paging.fetch()),
        EndpointView::from,
        endpoint -> List.of(endpoint.id()));
  }

  @GET
  @Path("{id}")
  @Transactional
  @PermissionsAllowed("webhooks:read")
  @Operation(
      operationId = "getWebhookEndpoint",
      summary = "Read a webhook endpoint",
      description = "Its settings, and whether events are sent to it; never its secret.")
  @APIResponse(
      responseCode = "200",
      description = "The endpoint.",
      content =
          @Content(
              schema = @Schema(implementation = EndpointView.class),
              examples = @ExampleObject(name = "orders", value = WebhookExamples.ENDPOINT)))
  public RestResponse<EndpointView> get(@PathParam("id") @Size(max = 40) String id) {
    Endpoint endpoint = administration.find(Ids.readPath(Endpoint.PREFIX, id));
    return ETags.ok(EndpointView.from(endpoint), endpoint.version());
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Idempotent
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "changeWebhookEndpoint",
      summary = "Change a webhook endpoint",
      description =
          "A JSON Merge Patch (RFC 7396). While `enabled` is false nothing is sent, and what comes"
              + " waits, for as long as the log is kept; `true` sends it in its order, at once.")
  @APIResponse(
      responseCode = "200",
      description = "As it now stands.",
      content =
          @Content(
              schema = @Schema(implementation = EndpointView.class),
              examples = @ExampleObject(name = "orders", value = WebhookExamples.ENDPOINT)))
  public Response change(
      @PathParam("id") @Size(max = 40) String id,
      @Parameter(description = "The ETag of the version to change.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MergePatch.MEDIA_TYPE,
                      schema = @Schema(implementation = EndpointDocument.class),
                      examples = @ExampleObject(name = "faster", value = WebhookExamples.PATCH)))
          @NotNull
          JsonNode patch) {
    Endpoint before = locked(id, ifMatch);
    EndpointDocument changed = mergePatch.apply(EndpointDocument.of(before), patch);
    Endpoint after = administration.change(before, changed.stated());
    EndpointView view = EndpointView.from(after);
    audit.record("webhook-endpoint.change", KIND, id, EndpointView.from(before), view);
    return Response.ok(view).tag(ETags.of(after.version())).build();
  }

  @DELETE
  @Path("{id}")
  @Transactional
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "deleteWebhookEndpoint",
      summary = "Delete a webhook endpoint",
      description = "Nothing more is sent to it, and its log is gone. What waits is not sent.")
  @APIResponse(responseCode = "204", description = "It is gone.")
  public void delete(
      @PathParam("id") @Size(max = 40) String id,
      @Parameter(description = "The ETag of the version to delete.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch) {
    Endpoint before = locked(id, ifMatch);
    administration.delete(before);
    audit.record("webhook-endpoint.delete", KIND, id, EndpointView.from(before), null);
  }

  @POST
  @Path("{id}/secret-rotations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Replace a webhook endpoint's secret",
      description =
          "Shows a new secret. For a while requests carry two signatures, the new one first; then"
              + " the previous secret signs no more. One that was replaced before ends now.")
  @RequestBody(
      required = false,
      content =
          @Content(
              schema = @Schema(implementation = SecretRotation.class),
              examples =
                  @ExampleObject(name = "within-the-hour", value = WebhookExamples.ROTATION)))
  @APIResponse(
      responseCode = "201",
      description = "The new secret.",
      content =
          @Content(
              schema = @Schema(implementation = SecretView.class),
              examples = @ExampleObject(name = "secret", value = WebhookExamples.SECRET)))
  public Response rotate(
      @PathParam("id") @Size(max = 40) String id, @Valid @Nullable SecretRotation rotation) {
    Endpoint endpoint = administration.lock(Ids.readPath(Endpoint.PREFIX, id));
    Integer seconds = rotation == null ? null : rotation.overlapSeconds();
    EndpointAdministration.Rotated rotated =
        administration.rotate(endpoint, seconds == null ? overlap : Duration.ofSeconds(seconds));
    audit.record(
        "webhook-endpoint.secret.rotate",
        KIND,
        id,
        null,
        Map.of("previousUntil", rotated.previousUntil()));
    return Response.created(URI.create(PATH + "/" + id))
        .entity(new SecretView(rotated.secret().shown(), rotated.previousUntil()))
        .build();
  }

  private Endpoint locked(String id, @Nullable String ifMatch) {
    Endpoint endpoint = administration.lock(Ids.readPath(Endpoint.PREFIX, id));
    ETags.requireMatch(ifMatch, endpoint.version());
    return endpoint;
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageWebhookEndpoint")
  record EndpointPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<EndpointView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
