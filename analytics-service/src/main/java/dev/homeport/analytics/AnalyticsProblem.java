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
  BUCKETS_DIFFER(422, "The grid is made for another number of buckets"),
  EXPRESSION_INVALID(422, "The expression cannot be asked of customers"),
  EXPRESSION_SYNTAX(422, "The expression cannot be read"),
  UNKNOWN_NAME(422, "The expression names something that there is not"),
  TYPE_MISMATCH(422, "The expression joins values that do not go together"),
  UNUSABLE_VALUE(422, "The expression has a value that cannot be used"),
  EXPRESSION_TOO_COMPLEX(422, "The expression is too long or too deep"),
  SEGMENT_KIND_FIXED(422, "The kind of a segment never changes"),
  SEGMENT_NOT_STATIC(409, "Members of a dynamic segment follow from its expression"),
  TOO_MANY_SEGMENTS(409, "There are as many segments as a tenant can have"),
  LIST_FULL(409, "The list holds as many customers as it can"),
  UNKNOWN_CUSTOMER(422, "The tenant has no such customer"),
  RATE_NEEDED(422, "An amount in another currency than the reporting currency needs a rate"),
  CSV_UNREADABLE(422, "The CSV cannot be read"),
  BATCH_NOT_APPLIED(424, "Another item of the batch was refused, so nothing was applied"),
  NO_ACTIVE_VALUE_MODEL(404, "No model of value is in use"),
  VALUE_MODEL_ACTIVE(409, "The model of value is in use"),
  TOO_MANY_VALUE_MODELS(409, "There are as many models of value as can be kept"),
  TOO_FEW_CUSTOMERS(409, "There are too few customers to fit a model of value to"),
  CALIBRATION_END_OUTSIDE_DATA(422, "The end of the calibration lies outside of the data"),
  VALUE_MODEL_NOT_CONVERGED(409, "The most likely parameters were not found within the limits");

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
