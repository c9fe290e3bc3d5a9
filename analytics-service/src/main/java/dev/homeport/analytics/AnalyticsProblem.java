package dev.homeport.analytics;

import dev.homeport.platform.problem.ProblemCode;
import java.util.Locale;

/** The refusals that are this service's own. */
public enum AnalyticsProblem implements ProblemCode {
  CUSTOMER_NOT_SCORED(404, "The customer has no order that counts, so there is nothing to score"),
  SCORING_NEEDED(409, "The default scoring can be changed, but not deleted"),
  SCORING_LIMIT(409, "The tenant has as many scorings as there can be"),
  GRID_LIMIT(409, "The tenant has as many grids of its own as there can be"),
  GRID_SHIPPED(409, "The grid comes with the service and stays as it is"),
  GRID_IN_USE(409, "Scorings make groups by this grid"),
  GRID_INCOMPLETE(422, "The groups are no partition of the grid"),
  GRID_UNKNOWN(422, "There is no such grid"),
  BUCKETS_DIFFER(422, "The grid is made for another number of buckets");

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
