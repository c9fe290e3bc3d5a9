package dev.homeport.order.order;

import dev.homeport.platform.problem.ProblemCode;
import java.util.Locale;

/** The codes that this service alone answers. */
public enum OrderProblem implements ProblemCode {
  INVALID_DOCUMENT(422, "The document breaks a rule"),
  ORDER_CONFLICT(409, "Another description of the same instant stands"),
  ILLEGAL_STATE(409, "The order's state does not allow this step"),
  RETURN_CONFLICT(409, "Another return with this number stands"),
  RETURN_EXCEEDS_ORDER(409, "More would come back than was bought"),
  CSV_UNREADABLE(422, "The CSV cannot be read"),
  CHANNEL_EXISTS(409, "A channel of that code is declared"),
  SIGNATURE_WRONG(401, "The signature does not belong to the body, or there is none"),
  RATES_UNREADABLE(422, "The exchange rates cannot be read"),
  BATCH_NOT_APPLIED(424, "Another item of the batch was refused, so nothing was applied");

  private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final int status;
  private final String title;

  OrderProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public String slug() {
    return slug;
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
