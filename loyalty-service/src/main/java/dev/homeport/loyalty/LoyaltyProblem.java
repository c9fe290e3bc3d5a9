package dev.homeport.loyalty;

import dev.homeport.platform.problem.ProblemCode;
import java.util.Locale;

/** The refusals that are this service's own. */
public enum LoyaltyProblem implements ProblemCode {
  /** No identity belongs to the customer, or none of this tenant. */
  MEMBER_NOT_FOUND(404, "There is no such member"),
  /** No order of this id has been rated. */
  RATING_NOT_FOUND(404, "The order has not been rated"),
  /** In the errors of a replay: the stored state differs from the replayed one. */
  REPLAY_DRIFT(409, "The stored balances differ from those that the journal gives");

  private final int status;
  private final String title;

  LoyaltyProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
