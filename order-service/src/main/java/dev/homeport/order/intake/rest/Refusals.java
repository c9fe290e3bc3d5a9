package dev.homeport.order.intake.rest;

import dev.homeport.order.intake.ReturnOutcome;
import dev.homeport.order.order.Decision;
import dev.homeport.order.order.OrderProblem;
import dev.homeport.platform.problem.Problem;
import java.util.Optional;

/** Which outcomes are refusals to the sender. */
final class Refusals {
  private Refusals() {}

  static Optional<Problem> of(Decision decision) {
    return switch (decision) {
      case Decision.Accepted _, Decision.Revised _, Decision.Unchanged _, Decision.Ignored _ ->
          Optional.empty();
      case Decision.Conflict _ ->
          Optional.of(
              Problem.of(
                      OrderProblem.ORDER_CONFLICT,
                      "The order stands with other content of the same instant. Send a correction"
                          + " with a later revisedAt.")
                  .at("/revisedAt", "is not later than the description that stands"));
    };
  }

  static Optional<Problem> of(ReturnOutcome outcome) {
    return switch (outcome) {
      case ReturnOutcome.Recorded _, ReturnOutcome.Unchanged _ -> Optional.empty();
      case ReturnOutcome.Conflict _ ->
          Optional.of(
              Problem.of(OrderProblem.RETURN_CONFLICT)
                  .at("/externalId", "names a return of this channel with other content"));
    };
  }
}
