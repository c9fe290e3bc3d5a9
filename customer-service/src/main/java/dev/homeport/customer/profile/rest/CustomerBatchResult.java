package dev.homeport.customer.profile.rest;

import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.problem.ProblemBody;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of the items of a batch. */
@Schema(name = "CustomerBatchResult", description = "What became of each item, in the order sent.")
record CustomerBatchResult(List<Item> items) {

  static final String EXAMPLE =
      """
      {"items": [{"index": 0, "status": 201,
                  "id": "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f"}]}""";

  /**
   * What became of one item.
   *
   * @param status what the item alone would have answered
   */
  @Schema(name = "CustomerBatchItem")
  record Item(int index, int status, @Nullable String id, @Nullable ProblemBody problem) {

    static Item made(int index, String id) {
      return new Item(index, 201, id, null);
    }

    static Item of(int index, Problem problem) {
      return new Item(index, problem.code().status(), null, ProblemBody.of(problem));
    }
  }
}
