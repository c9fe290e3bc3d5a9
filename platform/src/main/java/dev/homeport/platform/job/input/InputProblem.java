package dev.homeport.platform.job.input;

import dev.homeport.platform.problem.ProblemCode;
import java.util.Locale;

/** What can be wrong with an uploaded input. */
public enum InputProblem implements ProblemCode {
  UNKNOWN_CONTENT_ENCODING(415, "The only content encoding that is accepted is gzip"),
  INPUT_UNREADABLE(422, "The input is not the gzip data it says it is"),
  INPUT_TOO_LARGE(422, "The input is too large when it is unpacked"),
  LINE_TOO_LONG(422, "The line is longer than 1 MiB"),
  LINE_NOT_UTF8(422, "The line is not valid UTF-8");

  private final int status;
  private final String title;

  InputProblem(int status, String title) {
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
