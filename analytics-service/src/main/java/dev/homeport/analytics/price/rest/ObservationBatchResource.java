package dev.homeport.analytics.price.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.price.Observation;
import dev.homeport.analytics.price.Observations;
import dev.homeport.analytics.price.rest.ObservationBatch.Item;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.JsonDocuments;
import dev.homeport.platform.problem.Problem;
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
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stating some prices at once. */
@Path("/v1/price-observations/batch")
@Tag(name = "Prices")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ObservationBatchResource {
  private static final int MULTI_STATUS = 207;

  private final Observations observations;
  private final JsonDocuments json;
  private final Clock clock;

  ObservationBatchResource(Observations observations, JsonDocuments json, Clock clock) {
    this.observations = observations;
    this.json = json;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "putPriceObservationBatch",
      summary = "State up to 250 prices of competitors",
      description =
          "Each item is read by itself, as `PUT /v1/price-observations` would. With `atomic` one"
              + " refused item keeps all others from being taken.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ObservationBatch.class),
              examples = @ExampleObject(name = "batch", value = ObservationBatch.EXAMPLE)))
  @APIResponse(
      responseCode = "207",
      description = "What became of each item.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ObservationBatch.Result.class),
              examples = @ExampleObject(name = "batch", value = ObservationBatch.Result.EXAMPLE)))
  public Response state(
      @Parameter(description = "All or nothing.") @QueryParam("atomic") @DefaultValue("false")
          boolean atomic,
      @Valid ObservationBatch batch) {
    Item[] items = new Item[batch.items().size()];
    List<Observation> sound = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      try {
        sound.add(
            json.valid(json.read(batch.items().get(i), ObservationDocument.class))
                .observation(clock.instant()));
        items[i] = Item.taken(i);
      } catch (Problem problem) {
        items[i] = Item.of(i, problem);
      }
    }
    if (atomic && sound.size() < items.length) {
      for (int i = 0; i < items.length; i++) {
        if (items[i].problem() == null) {
          items[i] = Item.of(i, Problem.of(AnalyticsProblem.BATCH_NOT_APPLIED));
        }
      }
    } else {
      observations.record(sound);
    }
    return Response.status(MULTI_STATUS)
        .entity(new ObservationBatch.Result(Arrays.asList(items)))
        .build();
  }
}
