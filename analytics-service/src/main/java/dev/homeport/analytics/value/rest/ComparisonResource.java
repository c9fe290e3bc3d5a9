package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.ValueModels;
import dev.homeport.analytics.value.fitting.FitJob;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Models side by side. */
@Path("/v1/value-models/comparison")
@Tag(name = "Value")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ComparisonResource {
  private static final int MOST = 10;

  private final ValueModels models;

  ComparisonResource(ValueModels models) {
    this.models = models;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "compareValueModels",
      summary = "Compare models of value",
      description =
          "Their likelihoods, where they were fitted to the same purchases, and their forecasts,"
              + " where they held back the same.")
  @APIResponse(
      responseCode = "200",
      description = "The models side by side.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ComparisonView.class),
              examples = @ExampleObject(name = "two", value = ValueExamples.COMPARISON)))
  public ComparisonView compare(
      @Parameter(
              description =
                  "Up to ten models, separated by commas; those that there are not are left out."
                      + " Absent: the ten newest.",
              example = "vmd_01928c5e-6f50-7000-8000-000000000001")
          @QueryParam("ids")
          @Size(max = 450)
          @Nullable String ids) {
    List<ValueModel> compared =
        ids == null ? models.list(Long.MAX_VALUE, MOST) : models.some(read(ids));
    return ComparisonView.from(compared);
  }

  private static List<UUID> read(String ids) {
    List<UUID> read =
        Arrays.stream(ids.split(",", -1))
            .map(id -> Ids.find(FitJob.PREFIX, id).orElseThrow(ComparisonResource::unreadable))
            .distinct()
            .toList();
    if (read.size() > MOST) {
      throw unreadable();
    }
    return read;
  }

  private static Problem unreadable() {
    return Problem.of(CommonProblem.INVALID_PARAMETER)
        .in("ids", "must be up to ten identifiers of models, separated by commas");
  }
}
