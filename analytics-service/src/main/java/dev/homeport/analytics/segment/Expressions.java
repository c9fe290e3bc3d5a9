package dev.homeport.analytics.segment;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import java.util.List;

/** Checks the text of expressions. */
public final class Expressions {
  /** The most characters of an expression. */
  public static final int MAX_LENGTH = Language.MAX_LENGTH;

  private static final int MAX_FAULTS = 10;

  private Expressions() {}

  /** Reads, checks and prepares an expression. */
  public static Compilation compile(String text) {
    if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
      return new Compilation.Faulty(
          List.of(
              new Fault(
                  Fault.Kind.TOO_COMPLEX,
                  1,
                  1,
                  "An expression has at most " + MAX_LENGTH + " characters.",
                  null)));
    }
    CelValidationResult checked = Language.checker().compile(text);
    if (checked.hasError()) {
      var words = new Words(text);
      return new Compilation.Faulty(
          first(checked.getErrors().stream().map(words::fault).distinct().toList()));
    }
    try {
      return prepared(text, checked.getAst());
    } catch (CelValidationException e) {
      throw new IllegalStateException("It was checked", e);
    }
  }

  /** One fault about a word is enough, and after one of the syntax others may be none. */
  private static List<Fault> first(List<Fault> faults) {
    Fault leading = faults.getFirst();
    return faults.stream()
        .filter(
            fault ->
                fault.equals(leading)
                    || leading.kind() != Fault.Kind.SYNTAX
                        && !leading.message().contains("." + quoted(fault.message())))
        .limit(MAX_FAULTS)
        .toList();
  }

  private static String quoted(String message) {
    int from = message.indexOf('`') + 1;
    int to = message.indexOf('`', from);
    return to < 0 ? message : message.substring(from, to + 1);
  }

  private static Compilation prepared(String text, CelAbstractSyntaxTree tree) {
    if (!tree.getResultType().equals(SimpleType.BOOL)) {
      return new Compilation.Faulty(
          List.of(
              new Fault(
                  Fault.Kind.TYPE,
                  1,
                  1,
                  "An expression says whether a customer belongs in: it comes to a bool, not to `"
                      + tree.getResultType().name()
                      + "`.",
                  "Compare it with something, for example with `>= 1`.")));
    }
    var translation = new Translation(text, tree);
    Term term = translation.term();
    return translation.faults().isEmpty()
        ? new Compilation.Sound(translation.expression(term))
        : new Compilation.Faulty(translation.faults());
  }

  /** A place as people count. */
  static Fault at(
      CelSourceLocation place,
      Fault.Kind kind,
      String message,
      @org.jspecify.annotations.Nullable String hint) {
    return new Fault(
        kind, Math.max(1, place.getLine()), Math.max(0, place.getColumn()) + 1, message, hint);
  }
}
