package dev.homeport.order.marketplace.rest;

import dev.homeport.order.channel.Channels;
import dev.homeport.order.marketplace.Delivery;
import dev.homeport.order.marketplace.store.Deliveries;
import dev.homeport.order.order.rest.Texts;
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
import java.util.Base64;
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

/** What a channel's platform has sent. */
@Path("/v1/channels/{code}/intake")
@Tag(name = "Channels")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DeliveriesResource {
  private static final String DELIVERY =
      """
      {
        "id": "inb_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c",
        "channel": "shop-de",
        "topic": "orders/create",
        "deliveryId": "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
        "receivedAt": "2026-11-01T10:00:02Z",
        "size": 5120,
        "status": "quarantined",
        "reason": "currency-missing",
        "detail": "No currency is named here, and the channel has no default currency.",
        "pointer": "/currency",
        "attempts": 1,
        "settledAt": "2026-11-01T10:00:02Z"
      }
      """;

  private static final String PAGE = "{\"items\": [" + DELIVERY + "]}";

  private final Channels channels;
  private final Deliveries deliveries;
  private final Cursors cursors;
  private final Jobs jobs;
  private final Audit audit;

  DeliveriesResource(
      Channels channels, Deliveries deliveries, Cursors cursors, Jobs jobs, Audit audit) {
    this.channels = channels;
    this.deliveries = deliveries;
    this.cursors = cursors;
    this.jobs = jobs;
    this.audit = audit;
  }

  @GET
  @Transactional
  @PermissionsAllowed("channels:read")
  @Operation(
      operationId = "listIntake",
      summary = "What a platform has sent, page by page",
      description =
          "Newest first, for thirty days. `quarantined` are those that could not be mapped, with the"
              + " reason; `ignored` those that mean nothing here, as test orders.")
  @APIResponse(
      responseCode = "200",
      description = "A page of bodies, without the bodies.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DeliveryPage.class),
              examples = @ExampleObject(name = "quarantined", value = PAGE)))
  public Page<DeliveryView> list(
      @Parameter(description = "The channel.", example = "shop-de")
          @PathParam("code")
          @Size(max = Texts.CHANNEL_LENGTH)
          String code,
      @BeanParam @Valid DeliveryFilter filter,
      @BeanParam @Valid PageRequest page) {
    require(code);
    Paging paging = cursors.open(page);
    UUID before = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    List<Delivery> found = deliveries.newest(filter.of(code), before, paging.fetch());
    return paging.page(found, DeliveryView::from, delivery -> List.of(delivery.id()));
  }

  @GET
  @Path("{id}")
  @Transactional
  @PermissionsAllowed("channels:read")
  @Operation(
      operationId = "getIntakeDelivery",
      summary = "What became of a body",
      description = "Without the body, which has a scope of its own.")
  @APIResponse(
      responseCode = "200",
      description = "What became of it.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DeliveryView.class),
              examples = @ExampleObject(name = "quarantined", value = DELIVERY)))
  public DeliveryView get(
      @Parameter(description = "The channel.", example = "shop-de")
          @PathParam("code")
          @Size(max = Texts.CHANNEL_LENGTH)
          String code,
      @Parameter(description = "The body.", example = "inb_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c")
          @PathParam("id")
          @Size(max = 40)
          String id) {
    return DeliveryView.from(one(code, id));
  }

  @GET
  @Path("{id}/body")
  @Transactional
  @PermissionsAllowed("channels:bodies")
  @Operation(
      operationId = "getIntakeBody",
      summary = "A body as it came",
      description =
          "Octet for octet, in base 64. It holds personal data; that it was read is recorded.")
  @APIResponse(
      responseCode = "200",
      description = "The body.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = BodyView.class),
              examples =
                  @ExampleObject(
                      name = "body",
                      value =
                          """
                          {"id": "inb_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c",
                           "base64": "eyJpZCI6NDUwNzg5NDY5fQ=="}
                          """)))
  public BodyView body(
      @Parameter(description = "The channel.", example = "shop-de")
          @PathParam("code")
          @Size(max = Texts.CHANNEL_LENGTH)
          String code,
      @Parameter(description = "The body.", example = "inb_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c")
          @PathParam("id")
          @Size(max = 40)
          String id) {
    byte[] body =
        deliveries.body(one(code, id)).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    audit.record("intake-body.read", "intake-delivery", id, null, null);
    return new BodyView(id, Base64.getEncoder().encodeToString(body));
  }

  @POST
  @Path("replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("channels:write")
  @Operation(
      operationId = "replayIntake",
      summary = "Map bodies again",
      description =
          "After the cause was mended: those in quarantine, or all of a period. Oldest first, as if"
              + " they came now; what is right already does not change. The job's result counts"
              + " `taken`, `ignored` and `quarantined`.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ReplayRequest.class),
              examples =
                  @ExampleObject(name = "quarantined", value = "{\"status\": \"quarantined\"}")))
  @APIResponse(
      responseCode = "202",
      description = "The job has begun.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response replay(
      @Parameter(description = "The channel.", example = "shop-de")
          @PathParam("code")
          @Size(max = Texts.CHANNEL_LENGTH)
          String code,
      @Valid ReplayRequest request) {
    require(code);
    JobView job =
        jobs.submit(
            IntakeReplay.KIND,
            new IntakeReplay.Selection(code, request.status(), request.from(), request.to()));
    audit.record("intake.replay", "channel", code, null, request);
    return jobs.accepted(job);
  }

  private void require(String code) {
    if (channels.find(code).isEmpty()) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
  }

  private Delivery one(String code, String id) {
    require(code);
    return deliveries
        .find(code, Ids.readPath(DeliveryView.PREFIX, id))
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /** A body. */
  @Schema(name = "IntakeBody", description = "A body as it came.")
  record BodyView(
      @Schema(examples = "inb_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c") String id,
      @Schema(maxLength = 1_398_104, pattern = "^[A-Za-z0-9+/]*={0,2}$") String base64) {}

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageDeliveryView")
  record DeliveryPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<DeliveryView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
