package dev.homeport.analytics.price.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.problem.ProblemBody;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Some observations.
 *
 * @param items read one by one, so that a bad one is refused alone
 */
@Schema(name = "PriceObservationBatch", description = "Up to 250 observations.")
record ObservationBatch(
    @Schema(type = SchemaType.ARRAY, implementation = ObservationDocument.class)
        @NotEmpty
        @Size(max = 250)
        List<@NotNull JsonNode> items) {

  static final String EXAMPLE = "{\"items\": [" + ObservationDocument.EXAMPLE + "]}";

  /** What became of them. */
  @Schema(
      name = "PriceObservationBatchResult",
      description = "What became of each item, in the order sent.")
  record Result(List<Item> items) {
    static final String EXAMPLE = "{\"items\": [{\"index\": 0, \"status\": 200}]}";
  }

  /**
   * What became of one item.
   *
   * @param status what the item alone would have answered
   */
  @Schema(name = "PriceObservationBatchItem")
  record Item(int index, int status, @Nullable ProblemBody problem) {

    static Item taken(int index) {
      return new Item(index, 200, null);
    }

    static Item of(int index, Problem problem) {
      return new Item(index, problem.code().status(), ProblemBody.of(problem));
    }
  }
}
