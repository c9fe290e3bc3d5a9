package dev.homeport.analytics.segment.rest;

import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.problem.ProblemBody;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of the items of a batch. */
@Schema(
    name = "SegmentMemberBatchResult",
    description = "What became of each item, in the order sent.")
record MemberBatchResult(List<Item> items) {

  /**
   * What became of one item.
   *
   * @param status what the item alone would have answered
   * @param changed whether the customer entered or left by it
   */
  @Schema(name = "SegmentMemberBatchItem")
  record Item(
      int index,
      int status,
      @Nullable String id,
      @Nullable Boolean changed,
      @Nullable ProblemBody problem) {

    static Item done(int index, String id, boolean changed) {
      return new Item(index, 200, id, changed, null);
    }

    static Item of(int index, Problem problem) {
      return new Item(index, problem.code().status(), null, null, ProblemBody.of(problem));
    }
  }
}
