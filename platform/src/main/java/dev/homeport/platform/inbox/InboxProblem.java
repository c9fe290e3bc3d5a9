package dev.homeport.platform.inbox;

import dev.homeport.platform.problem.ProblemCode;
import java.util.Locale;

/** Why an event put aside stays where it is. */
public enum InboxProblem implements ProblemCode {
  EVENT_NOT_TAKEN(409, "The event still cannot be taken");

  private final int status;
  private final String title;

  InboxProblem(int status, String title) {
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
