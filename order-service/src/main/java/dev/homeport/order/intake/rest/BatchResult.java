package dev.homeport.order.intake.rest;

import dev.homeport.order.order.Decision;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.problem.ProblemBody;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of the items of a batch. */
@Schema(name = "OrderBatchResult", description = "What became of each item, in the order sent.")
public record BatchResult(List<Item> items) {

  /**
   * What became of one item.
   *
   * @param status what the item alone would have answered
   */
  @Schema(name = "OrderBatchItem")
  public record Item(int index, int status, @Nullable String id, @Nullable ProblemBody problem) {

    static Item of(int index, Decision decision) {
      int status = decision instanceof Decision.Accepted ? 201 : 200;
      return new Item(index, status, Ids.show("ord", decision.order().id()), null);
    }

    static Item of(int index, Problem problem) {
      return new Item(index, problem.code().status(), null, ProblemBody.of(problem));
    }

    boolean refused() {
      return problem != null;
    }
  }
}
