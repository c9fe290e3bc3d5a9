package dev.homeport.analytics.acquisition.rest;

import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.problem.ProblemBody;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of the items of a batch. */
@Schema(
    name = "MarketingSpendBatchResult",
    description = "What became of each item, in the order sent.")
record SpendBatchResult(List<Item> items) {

  static final String EXAMPLE = "{\"items\": [{\"index\": 0, \"status\": 200}]}";

  /**
   * What became of one item.
   *
   * @param status what the item alone would have answered
   */
  @Schema(name = "MarketingSpendBatchItem")
  record Item(int index, int status, @Nullable ProblemBody problem) {

    static Item stated(int index) {
      return new Item(index, 200, null);
    }

    static Item of(int index, Problem problem) {
      return new Item(index, problem.code().status(), ProblemBody.of(problem));
    }
  }
}
