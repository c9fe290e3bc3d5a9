package dev.homeport.analytics;

import dev.homeport.platform.problem.ProblemCode;
import java.util.Locale;

/** The refusals that are this service's own. */
public enum AnalyticsProblem implements ProblemCode {
  CUSTOMER_NOT_SCORED(404, "The customer has no order that counts, so there is nothing to score"),
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
