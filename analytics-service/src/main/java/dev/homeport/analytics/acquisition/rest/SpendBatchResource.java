package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.acquisition.rest.SpendBatchResult.Item;
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
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stating much spend at once. */
@Path("/v1/marketing-spend/batch")
@Tag(name = "Acquisition")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SpendBatchResource {
  private static final int MULTI_STATUS = 207;

  private final Spending spending;
  private final JsonDocuments json;
  private final Now now;

  SpendBatchResource(Spending spending, JsonDocuments json, Now now) {
    this.spending = spending;
    this.json = json;
    this.now = now;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "putMarketingSpendBatch",
      summary = "State up to 250 amounts that were spent",
      description =
          "Each item is read by itself, as `PUT /v1/marketing-spend` would; of two items of the same"
              + " month, channel, campaign and market the later one stands. With `atomic` one"
              + " refused item keeps all others from being stated.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = SpendBatch.class),
              examples = @ExampleObject(name = "batch", value = SpendBatch.EXAMPLE)))
  @APIResponse(
      responseCode = "207",
      description = "What became of each item.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SpendBatchResult.class),
              examples = @ExampleObject(name = "batch", value = SpendBatchResult.EXAMPLE)))
  public Response state(
      @Parameter(description = "All or nothing.") @QueryParam("atomic") @DefaultValue("false")
          boolean atomic,
      @Valid SpendBatch batch) {
    int size = batch.items().size();
    SpendDocument[] sound = new SpendDocument[size];
    Item[] items = new Item[size];
    boolean refused = false;
    for (int i = 0; i < size; i++) {
      try {
        SpendDocument document = json.valid(json.read(batch.items().get(i), SpendDocument.class));
        document.spend(now.currency(), now.instant());
        sound[i] = document;
      } catch (Problem problem) {
        items[i] = Item.of(i, problem);
        refused = true;
      }
    }
    for (int i = 0; i < size; i++) {
      if (sound[i] != null) {
        items[i] = item(i, sound[i], atomic && refused);
      }
    }
    return Response.status(MULTI_STATUS).entity(new SpendBatchResult(Arrays.asList(items))).build();
  }

  private Item item(int index, SpendDocument document, boolean held) {
    if (held) {
      return Item.of(index, Problem.of(AnalyticsProblem.BATCH_NOT_APPLIED));
    }
    spending.state(document);
    return Item.stated(index);
  }
}
