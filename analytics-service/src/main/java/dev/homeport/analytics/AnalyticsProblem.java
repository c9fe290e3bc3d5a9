package dev.homeport.analytics;

import dev.homeport.platform.problem.ProblemCode;
import java.util.Locale;

/** The refusals that are this service's own. */
public enum AnalyticsProblem implements ProblemCode {
  CUSTOMER_NOT_SCORED(404, "The customer has no order that counts, so there is nothing to score"),
  EXPRESSION_INVALID(422, "The expression cannot be asked of customers"),
  EXPRESSION_SYNTAX(422, "The expression cannot be read"),
  UNKNOWN_ATTRIBUTE(422, "The expression names something that there is not"),
  TYPE_MISMATCH(422, "The expression joins values that do not go together"),
  UNUSABLE_VALUE(422, "The expression has a value that cannot be used"),
  EXPRESSION_TOO_COMPLEX(422, "The expression is too long or too deep"),
  SEGMENT_KIND_FIXED(422, "The kind of a segment never changes"),
  SEGMENT_NOT_STATIC(409, "Members of a dynamic segment follow from its expression"),
  TOO_MANY_SEGMENTS(409, "There are as many segments as a tenant can have"),
  LIST_FULL(409, "The list holds as many customers as it can"),
  UNKNOWN_CUSTOMER(422, "The customer is not known here"),
  MEMBER_CSV_UNREADABLE(422, "The CSV of members cannot be read");

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
