package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.segment.Compilation;
import dev.homeport.analytics.segment.Expression;
import dev.homeport.analytics.segment.Expressions;
import dev.homeport.analytics.segment.Fault;
import dev.homeport.platform.problem.Problem;

/** Refuses expressions that are wrong. */
final class Checks {
  private Checks() {}

  /**
   * The expression.
   *
   * @throws Problem 422 that says where it is wrong, and what may have been meant
   */
  static Expression sound(String text) {
    return switch (Expressions.compile(text)) {
      case Compilation.Sound sound -> sound.expression();
      case Compilation.Faulty faulty -> throw refusal(faulty);
    };
  }

  private static Problem refusal(Compilation.Faulty faulty) {
    Problem problem =
        Problem.of(AnalyticsProblem.EXPRESSION_INVALID, words(faulty.faults().getFirst()));
    for (Fault fault : faulty.faults()) {
      problem = problem.at("/expression", code(fault.kind()), words(fault));
    }
    return problem;
  }

  private static String words(Fault fault) {
    String text = "Line %d, column %d: %s".formatted(fault.line(), fault.column(), fault.message());
    return fault.hint() == null ? text : text + " " + fault.hint();
  }

  static AnalyticsProblem code(Fault.Kind kind) {
    return switch (kind) {
      case SYNTAX -> AnalyticsProblem.EXPRESSION_SYNTAX;
      case UNKNOWN_NAME -> AnalyticsProblem.UNKNOWN_NAME;
      case TYPE -> AnalyticsProblem.TYPE_MISMATCH;
      case VALUE -> AnalyticsProblem.UNUSABLE_VALUE;
      case TOO_COMPLEX -> AnalyticsProblem.EXPRESSION_TOO_COMPLEX;
    };
  }
}
