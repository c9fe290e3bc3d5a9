package dev.homeport.loyalty.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks what programmes say in CEL (<a href="https://cel.dev">Common Expression Language</a>):
 * that it is well formed, reads nothing but the vocabulary, and answers with the right kind.
 */
public final class Expressions {
  /** The longest expression. */
  public static final int LONGEST = 1_000;

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(\\w+)'");
  private static final int MOST_ITERATIONS = 10_000;
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(50)
          .comprehensionMaxIterations(MOST_ITERATIONS)
          .build();
  private static final Decimals DECIMALS = new Decimals();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder()
          .setOptions(OPTIONS)
          .addFunctionBindings(DECIMALS.bindings())
          .build();
  private static final CelCompiler OF_ORDERS =
      compiler(EnumSet.complementOf(EnumSet.of(Variable.Scope.LINE)));
  private static final CelCompiler OF_MEMBERS =
      compiler(EnumSet.of(Variable.Scope.MEMBER, Variable.Scope.CALENDAR));
  private static final CelCompiler OF_ORDERS_ALONE =
      compiler(EnumSet.of(Variable.Scope.ORDER, Variable.Scope.CALENDAR));
  private static final CelCompiler OF_LINES = compiler(EnumSet.allOf(Variable.Scope.class));

  private Expressions() {}

  /** What came of a check. */
  public sealed interface Check {
    /** It can be asked. */
    record Sound(Expression expression) implements Check {}

    /** What is wrong, a sentence each with its place. */
    record Faulty(List<String> faults) implements Check {
      /** Copies. */
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** A condition over the order, the member and the calendar. */
  public static Check condition(String text) {
    return check(OF_ORDERS, text, true);
  }

  /** A condition over the member and the calendar. */
  public static Check memberCondition(String text) {
    return check(OF_MEMBERS, text, true);
  }

  /** A condition that is asked of each line. */
  public static Check lineCondition(String text) {
    return check(OF_LINES, text, true);
  }

  /** A number of points, exact, over the order, the member and the calendar. */
  public static Check number(String text) {
    return check(OF_ORDERS, text, false);
  }

  /** An exact number over the order and the calendar. */
  public static Check orderNumber(String text) {
    return check(OF_ORDERS_ALONE, text, false);
  }

  private static Check check(CelCompiler compiler, String text, boolean condition) {
    CelValidationResult result = compiler.compile(text);
    if (result.hasError()) {
      return new Check.Faulty(
          result.getErrors().stream().map(issue -> sentence(issue, text)).toList());
    }
    try {
      CelAbstractSyntaxTree checked = result.getAst();
      if (!answers(checked.getResultType(), condition)) {
        return new Check.Faulty(
            List.of(
                condition
                    ? "does not answer yes or no"
                    : "does not give an exact number; multiply or compare, but do not use double()"));
      }
      return new Check.Sound(new Expression(text, checked, RUNTIME.createProgram(checked)));
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalStateException("A checked expression cannot be prepared", e);
    }
  }

  private static boolean answers(CelType type, boolean condition) {
    return condition
        ? type.equals(SimpleType.BOOL)
        : type.equals(Decimals.TYPE) || type.equals(SimpleType.INT);
  }

  private static String sentence(CelIssue issue, String text) {
    String message = issue.getMessage();
    int candidates = message.indexOf(" (candidates:");
    String brief = candidates < 0 ? message : message.substring(0, candidates);
    var at = issue.getSourceLocation();
    return "at line %d, column %d: %s%s"
        .formatted(at.getLine(), at.getColumn() + 1, brief, hint(text, brief));
  }

  /** CEL names only the first part of what it does not know. */
  private static String hint(String text, String message) {
    return UNDECLARED
        .matcher(message)
        .results()
        .map(found -> found.group(1))
        .flatMap(
            scope ->
                Pattern.compile("\\b" + scope + "\\.\\w+")
                    .matcher(text)
                    .results()
                    .map(MatchResult::group))
        .filter(name -> Arrays.stream(Variable.values()).noneMatch(v -> v.text().equals(name)))
        .findFirst()
        .map(name -> "; %s is not known, but %s".formatted(name, known(name)))
        .orElse("");
  }

  private static String known(String name) {
    String scope = name.substring(0, name.indexOf('.') + 1);
    return Arrays.stream(Variable.values())
        .map(Variable::text)
        .filter(text -> text.startsWith(scope))
        .collect(Collectors.joining(", "));
  }

  private static CelCompiler compiler(Set<Variable.Scope> scopes) {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addFunctionDeclarations(DECIMALS.declarations());
    Arrays.stream(Variable.values())
        .filter(variable -> scopes.contains(variable.scope()))
        .forEach(variable -> builder.addVar(variable.text(), type(variable.kind())));
    return builder.build();
  }

  private static CelType type(Variable.Kind kind) {
    return switch (kind) {
      case TEXT -> SimpleType.STRING;
      case WHOLE -> SimpleType.INT;
      case DECIMAL -> Decimals.TYPE;
      case TEXTS -> ListType.create(SimpleType.STRING);
    };
  }
}
