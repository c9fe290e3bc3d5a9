package dev.homeport.gateway.webhook.rest;

import dev.homeport.gateway.webhook.Delivery;
import dev.homeport.gateway.webhook.DeliveryStatus;
import dev.homeport.gateway.webhook.Endpoint;
import dev.homeport.gateway.webhook.administration.EndpointAdministration;
import dev.homeport.gateway.webhook.administration.ResendJob;
import dev.homeport.gateway.webhook.administration.Resending;
import dev.homeport.gateway.webhook.store.DeliveryLog;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of the events that were to be sent to an endpoint. */
@Path(WebhookEndpointsResource.PATH + "/{id}")
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class WebhookDeliveriesResource {
  private final EndpointAdministration administration;
  private final DeliveryLog log;
  private final Resending resending;
  private final Jobs jobs;
  private final Cursors cursors;
  private final Audit audit;

  WebhookDeliveriesResource(
      EndpointAdministration administration,
      DeliveryLog log,
      Resending resending,
      Jobs jobs,
      Cursors cursors,
      Audit audit) {
    this.administration = administration;
    this.log = log;
    this.resending = resending;
    this.jobs = jobs;
    this.cursors = cursors;
    this.audit = audit;
  }

  @GET
  @Path("deliveries")
  @Transactional
  @PermissionsAllowed("webhooks:read")
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "Deliveries to an endpoint, page by page",
      description = "The newest first. They are kept for 30 days.")
  @APIResponse(
      responseCode = "200",
      description = "A page of deliveries.",
      content =
          @Content(
              schema = @Schema(implementation = DeliveryPage.class),
              examples =
                  @ExampleObject(
                      name = "one",
                      value = "{\"items\":[" + WebhookExamples.DELIVERY + "]}")))
  public Page<DeliveryView> list(
      @PathParam("id") @Size(max = 40) String id,
      @Parameter(
              description = "Only those that stand so.",
              example = "failed",
              schema =
                  @Schema(
                      implementation = String.class,
                      enumeration = {"waiting", "delivered", "failed"}))
          @QueryParam("status")
          @Nullable DeliveryStatus status,
      @Parameter(
              description = "Only events of this type.",
              example = "dev.homeport.order.recorded.v1")
          @QueryParam("eventType")
          @Size(max = 200)
          @Pattern(regexp = "^[a-z0-9.-]+$")
          @Nullable String eventType,
      @Parameter(
              description = "Only those that were taken then or later.",
              example = "2026-11-01T00:00:00Z")
          @QueryParam("from")
          @Nullable Instant from,
      @Parameter(
              description = "Only those that were taken before.",
              example = "2026-11-02T00:00:00Z")
          @QueryParam("to")
          @Nullable Instant to,
      @BeanParam @Valid PageRequest page) {
    UUID endpoint = endpoint(id).id();
    Paging paging = cursors.open(page);
    var filter = new DeliveryLog.Filter(status, eventType, from, to);
    return paging.page(
        log.list(endpoint, filter, place(paging), paging.fetch()),
        DeliveryView::from,
        delivery -> List.of(delivery.createdAt(), delivery.seq()));
  }

  @GET
  @Path("deliveries/{deliveryId}")
  @Transactional
  @PermissionsAllowed("webhooks:read")
  @Operation(
      operationId = "getWebhookDelivery",
      summary = "Read a delivery",
      description = "With the body that is sent, and the attempts with the answers to them.")
  @APIResponse(
      responseCode = "200",
      description = "The delivery.",
      content =
          @Content(
              schema = @Schema(implementation = DeliveryView.Details.class),
              examples = @ExampleObject(name = "delivered", value = WebhookExamples.DETAILS)))
  public DeliveryView.Details get(
      @PathParam("id") @Size(max = 40) String id,
      @PathParam("deliveryId") @Size(max = 40) String deliveryId) {
    return log.find(endpoint(id).id(), Ids.readPath(Delivery.PREFIX, deliveryId))
        .map(DeliveryView.Details::from)
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  @POST
  @Path("deliveries/{deliveryId}/resends")
  @Idempotent
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "resendWebhookDelivery",
      summary = "Send a delivery again",
      description =
          "At once, with a whole schedule before it, and under the same `webhook-id`. It keeps its"
              + " place: what comes after it in order waits until it is through.")
  @APIResponse(
      responseCode = "202",
      description = "It will be sent.",
      content =
          @Content(
              schema = @Schema(implementation = DeliveryView.class),
              examples = @ExampleObject(name = "queued", value = WebhookExamples.QUEUED)))
  public Response resend(
      @PathParam("id") @Size(max = 40) String id,
      @PathParam("deliveryId") @Size(max = 40) String deliveryId) {
    UUID endpoint = Ids.readPath(Endpoint.PREFIX, id);
    Delivery delivery = resending.again(endpoint, Ids.readPath(Delivery.PREFIX, deliveryId));
    DeliveryView view = DeliveryView.from(delivery);
    audit.record("webhook-delivery.resend", "webhook-delivery", view.id(), null, view);
    return accepted(id, view);
  }

  @POST
  @Path("resends")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "resendWebhookDeliveries",
      summary = "Send the deliveries of a period again",
      description =
          "A job that has everything sent again, in its order, that was taken in the period and is"
              + " finished; on request only what has failed.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ResendRequest.class),
              examples = @ExampleObject(name = "a-day", value = WebhookExamples.RESEND)))
  @APIResponse(
      responseCode = "202",
      description = "The job has begun.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "queued", value = WebhookExamples.JOB)))
  public Response resendPeriod(
      @PathParam("id") @Size(max = 40) String id, @Valid @NotNull ResendRequest request) {
    if (!request.from().isBefore(request.to())) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED).at("/to", "must be after from");
    }
    UUID endpoint = endpoint(id).id();
    boolean onlyFailed = Boolean.TRUE.equals(request.onlyFailed());
    var what = new ResendJob.Parameters(endpoint, request.from(), request.to(), onlyFailed);
    JobView job = jobs.submit(ResendJob.KIND, what);
    audit.record("webhook-endpoint.resend", "webhook-endpoint", id, null, request);
    return jobs.accepted(job);
  }

  @POST
  @Path("test-events")
  @Idempotent
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "sendTestWebhook",
      summary = "Send an event that tests an endpoint",
      description =
          "Of the type `dev.homeport.gateway.webhook-test.v1`, by the way of all others, whatever"
              + " the endpoint asks for. The delivery tells what came of it.")
  @APIResponse(
      responseCode = "202",
      description = "It will be sent.",
      content =
          @Content(
              schema = @Schema(implementation = DeliveryView.class),
              examples = @ExampleObject(name = "queued", value = WebhookExamples.QUEUED)))
  public Response test(@PathParam("id") @Size(max = 40) String id) {
    Delivery delivery = resending.test(Ids.readPath(Endpoint.PREFIX, id));
    DeliveryView view = DeliveryView.from(delivery);
    audit.record("webhook-endpoint.test", "webhook-endpoint", id, null, view);
    return accepted(id, view);
  }

  private static Response accepted(String endpoint, DeliveryView view) {
    String path = WebhookEndpointsResource.PATH + "/" + endpoint + "/deliveries/" + view.id();
    return Response.accepted(view).location(URI.create(path)).build();
  }

  private Endpoint endpoint(String id) {
    return administration.find(Ids.readPath(Endpoint.PREFIX, id));
  }

  private static DeliveryLog.@Nullable Place place(Paging paging) {
    return paging.first()
        ? null
        : new DeliveryLog.Place(
            Instant.parse(paging.after().get(0)), Long.parseLong(paging.after().get(1)));
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageWebhookDelivery")
  record DeliveryPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<DeliveryView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
