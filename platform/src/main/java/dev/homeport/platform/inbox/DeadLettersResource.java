package dev.homeport.platform.inbox;

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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What operators do with events that a listener of this service could not take. */
@Path("/v1/{service}/admin/dead-letters")
@Tag(name = "Dead letters", description = "Events that could not be taken, and how to settle them.")
@RunOnVirtualThread
class DeadLettersResource {
  private static final Logger LOG = Logger.getLogger(DeadLettersResource.class);
  private static final String EXAMPLE =
      """
      {"items":[{"id":"dlt_01928c5e-6f50-7000-8000-000000000001",
       "consumer":"loyalty-service.homeport.order.v1","topic":"homeport.order.v1","partition":2,
       "offset":1042,"eventId":"01928c5e-6f50-7000-8000-000000000002",
       "eventType":"dev.homeport.order.recorded.v1","status":"failed",
       "reason":"listener failed with ArithmeticException","createdAt":"2026-11-01T10:00:00Z"}]}""";

  private final DeadLetters deadLetters;
  private final EventConsumers consumers;
  private final EventDispatcher dispatcher;
  private final Cursors cursors;
  private final String service;

  DeadLettersResource(
      DeadLetters deadLetters,
      EventConsumers consumers,
      EventDispatcher dispatcher,
      Cursors cursors,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.deadLetters = deadLetters;
    this.consumers = consumers;
    this.dispatcher = dispatcher;
    this.cursors = cursors;
    this.service = service;
  }

  @GET
  @Transactional
  @PermissionsAllowed("admin:read")
  @Operation(
      operationId = "listDeadLetters",
      summary = "List events that could not be taken",
      description = "Oldest first. The event's data is not shown.")
  @APIResponse(
      responseCode = "200",
      description = "A page of events put aside.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DeadLetterPage.class),
              examples = @ExampleObject(name = "one", value = EXAMPLE)))
  public Page<DeadLetterView> list(@PathParam("service") String name, @BeanParam PageRequest page) {
    requireOwn(name);
    Paging paging = cursors.open(page);
    return paging.page(
        deadLetters.list(paging.after(), paging.fetch()),
        DeadLetterView::from,
        letter -> List.of(letter.id()));
  }

  @POST
  @Path("/{id}/replay")
  @Idempotent
  @PermissionsAllowed("admin:write")
  @Operation(
      operationId = "replayDeadLetter",
      summary = "Take an event again",
      description =
          "Hands the event to its listener again and, when that succeeds, those parked behind it."
              + " Refused again, all stay where they are: 409 event-not-taken.")
  @APIResponse(
      responseCode = "200",
      description = "Taken.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Replay.class),
              examples = @ExampleObject(name = "one", value = "{\"replayed\":1}")))
  public Response replay(
      @PathParam("service") String name,
      @Parameter(
              description = "The event put aside.",
              example = "dlt_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("id")
          @Size(max = 40)
          String id) {
    requireOwn(name);
    DeadLetters.DeadLetter letter = lock(id);
    EventListener<?> listener =
        consumers.find(letter.consumer()).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    return Response.ok(new Replay(taken(listener, letter))).build();
  }

  /** Refused again, it stays where it is; what may pass is for the caller to try again. */
  private int taken(EventListener<?> listener, DeadLetters.DeadLetter letter) {
    try {
      return dispatcher.replay(listener, letter);
    } catch (RuntimeException fault) {
      if (Faults.mayPass(fault)) {
        throw fault;
      }
      LOG.errorf(fault, "an event put aside is refused again: id=%s", letter.id());
      throw Problem.of(InboxProblem.EVENT_NOT_TAKEN, Reasons.told(fault));
    }
  }

  @DELETE
  @Path("/{id}")
  @Transactional
  @PermissionsAllowed("admin:write")
  @Operation(
      operationId = "discardDeadLetter",
      summary = "Give an event up",
      description = "The event will never be taken. Those parked behind it can then be replayed.")
  @APIResponse(responseCode = "204", description = "Given up.")
  public Response discard(
      @PathParam("service") String name,
      @Parameter(
              description = "The event put aside.",
              example = "dlt_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("id")
          @Size(max = 40)
          String id) {
    requireOwn(name);
    deadLetters.remove(lock(id).id());
    return Response.noContent().build();
  }

  private DeadLetters.DeadLetter lock(String id) {
    UUID found = Ids.readPath("dlt", id);
    return deadLetters.lock(found).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  private void requireOwn(String name) {
    if (!name.equals(service)) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
  }

  /**
   * An event put aside.
   *
   * @param status {@code failed}, or {@code parked} behind one that has
   */
  @Schema(name = "DeadLetter")
  record DeadLetterView(
      @Schema(examples = "dlt_01928c5e-6f50-7000-8000-000000000001") String id,
      @Schema(examples = "loyalty-service.homeport.order.v1") String consumer,
      @Schema(examples = "homeport.order.v1") String topic,
      @Schema(examples = "2") int partition,
      @Schema(examples = "1042") long offset,
      @Schema(examples = "01928c5e-6f50-7000-8000-000000000002") UUID eventId,
      @Schema(examples = "dev.homeport.order.recorded.v1") String eventType,
      @Schema(examples = "failed") String status,
      @Schema(examples = "listener failed with ArithmeticException") String reason,
      Instant createdAt) {

    static DeadLetterView from(DeadLetters.DeadLetter letter) {
      ReceivedRecord record = letter.record();
      return new DeadLetterView(
          Ids.show("dlt", letter.id()),
          letter.consumer(),
          record.topic(),
          record.partition(),
          record.offset(),
          record.id(),
          record.type(),
          letter.status().name(),
          letter.reason(),
          letter.createdAt());
    }
  }

  /** How many events were taken, the parked ones included. */
  @Schema(name = "DeadLetterReplay")
  record Replay(@Schema(examples = "1") int replayed) {}

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageDeadLetterView")
  record DeadLetterPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<DeadLetterView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
