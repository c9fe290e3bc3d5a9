package dev.homeport.order.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.order.intake.OrderIntake;
import dev.homeport.order.intake.rest.BatchResult.Item;
import dev.homeport.order.order.Decision;
import dev.homeport.order.order.OrderProblem;
import dev.homeport.order.order.Submission;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Taking some orders in at once. */
@Path("/v1/orders/batch")
@Tag(name = "Order intake")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("orders:write")
class BatchResource {
  private static final int MULTI_STATUS = 207;

  private final Documents documents;
  private final OrderIntake intake;
  private final CurrentTenant tenant;

  BatchResource(Documents documents, OrderIntake intake, CurrentTenant tenant) {
    this.documents = documents;
    this.intake = intake;
    this.tenant = tenant;
  }

  @POST
  @Idempotent(required = true)
  @Operation(
      operationId = "placeOrders",
      summary = "Take up to 250 orders in",
      description =
          "Each item is read and decided by itself, as `POST /v1/orders` would. With `atomic` one"
              + " refused item keeps all others from being applied. Needs an `Idempotency-Key`.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = BatchRequest.class),
              examples = @ExampleObject(name = "batch", value = Examples.BATCH)))
  @APIResponse(
      responseCode = "207",
      description = "What became of each item.",
      content =
          @Content(
              schema = @Schema(implementation = BatchResult.class),
              examples = @ExampleObject(name = "batch", value = Examples.BATCH_RESULT)))
  public Response place(
      @Parameter(description = "All or nothing.") @QueryParam("atomic") @DefaultValue("false")
          boolean atomic,
      @Valid BatchRequest request) {
    Item[] items = new Item[request.items().size()];
    List<Submission> sound = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      try {
        sound.add(read(request.items().get(i)));
        places.add(i);
      } catch (Problem problem) {
        items[i] = Item.of(i, problem);
      }
    }
    if (!atomic || sound.size() == items.length) {
      List<Decision> decisions = intake.accept(sound, tenant.settings());
      for (int i = 0; i < sound.size(); i++) {
        items[places.get(i)] = item(places.get(i), decisions.get(i));
      }
    }
    if (atomic && Arrays.stream(items).anyMatch(item -> item == null || item.refused())) {
      throw new NothingApplied(refused(items));
    }
    return answer(new BatchResult(Arrays.asList(items)));
  }

  private Submission read(JsonNode item) {
    return documents.order(item.toString());
  }

  private static Item item(int index, Decision decision) {
    Optional<Problem> refusal = Refusals.of(decision);
    return refusal.isPresent() ? Item.of(index, refusal.get()) : Item.of(index, decision);
  }

  private static BatchResult refused(Item[] items) {
    Problem notApplied = Problem.of(OrderProblem.BATCH_NOT_APPLIED);
    return new BatchResult(
        IntStream.range(0, items.length)
            .mapToObj(
                i -> items[i] != null && items[i].refused() ? items[i] : Item.of(i, notApplied))
            .toList());
  }

  /** Rolls the batch back; the answer is no error of the request, so it still is a 207. */
  static final class NothingApplied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BatchResult result;

    NothingApplied(BatchResult result) {
      super("nothing of the batch was applied", null, false, false);
      this.result = Objects.requireNonNull(result);
    }
  }

  @ServerExceptionMapper
  public Response nothingApplied(NothingApplied batch) {
    return answer(batch.result);
  }

  private static Response answer(BatchResult result) {
    return Response.status(MULTI_STATUS).entity(result).build();
  }
}
