package dev.homeport.analytics;

import dev.homeport.platform.problem.ProblemCode;
import java.util.Locale;

/** The refusals that are this service's own. */
public enum AnalyticsProblem implements ProblemCode {
  CUSTOMER_NOT_SCORED(404, "The customer has no order that counts, so there is nothing to score"),
  RATE_NEEDED(422, "An amount in another currency than the reporting currency needs a rate"),
  CSV_UNREADABLE(422, "The CSV cannot be read"),
  BATCH_NOT_APPLIED(424, "Another item of the batch was refused, so nothing was applied");

  private final int status;
  private final String title;

  AnalyticsProblem(int status, String title) {
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
