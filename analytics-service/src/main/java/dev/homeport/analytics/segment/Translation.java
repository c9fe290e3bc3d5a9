package dev.homeport.analytics.segment;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.parser.Operator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes terms of a checked expression, and finds out what they need. */
final class Translation {
  private static final int MAX_NODES = 500;
  private static final int MAX_LOOPS = 2;
  private static final Set<CelKind> NUMBERS = EnumSet.of(CelKind.INT, CelKind.DOUBLE);

  private final String text;
  private final CelAbstractSyntaxTree tree;
  private final Map<String, Attribute> attributes = new TreeMap<>();
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
  private final Map<String, Integer> variables = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private boolean daily;
  private int nodes;
  private int loops;
  private int locals;

  Translation(String text, CelAbstractSyntaxTree tree) {
    this.text = text;
    this.tree = tree;
  }

  Term term() {
    return term(tree.getExpr());
  }

  List<Fault> faults() {
    return faults;
  }

  Expression expression(Term term) {
    return new Expression(text, List.copyOf(attributes.values()), traits, daily, locals, term);
  }

  private Term term(CelExpr expr) {
    nodes++;
    if (nodes == MAX_NODES) {
      fault(expr, Fault.Kind.TOO_COMPLEX, "The expression has too many parts.", null);
    }
    if (nodes >= MAX_NODES) {
      return _ -> null;
    }
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr.constant());
      case IDENT -> named(expr.ident().name());
      case CALL -> call(expr);
      case LIST -> list(expr);
      case COMPREHENSION -> loop(expr);
      case SELECT, STRUCT, MAP, NOT_SET -> {
        fault(expr, Fault.Kind.SYNTAX, "Maps and objects cannot be written here.", null);
        yield _ -> null;
      }
    };
  }

  private static Term constant(CelConstant constant) {
    Object value =
        switch (constant.getKind()) {
          case BOOLEAN_VALUE -> constant.booleanValue();
          case INT64_VALUE -> constant.int64Value();
          case DOUBLE_VALUE -> constant.doubleValue();
          case STRING_VALUE -> constant.stringValue();
          case NULL_VALUE, UINT64_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE, NOT_SET ->
              null;
        };
    return _ -> value;
  }

  private Term named(String name) {
    Integer slot = variables.get(name);
    if (slot != null) {
      int own = slot;
      return frame -> frame.local(own);
    }
    if (name.equals(Language.TODAY)) {
      daily = true;
      return frame -> frame.moment().today();
    }
    Attribute attribute = Attributes.find(name).orElseThrow();
    attributes.put(name, attribute);
    traits.addAll(attribute.traits());
    daily |= attribute.daily();
    return attribute.value();
  }

  private Term call(CelExpr expr) {
    String function = expr.call().function();
    List<CelExpr> arguments = new ArrayList<>();
    expr.call().target().ifPresent(arguments::add);
    arguments.addAll(expr.call().args());
    if (function.equals(Operations.DATE_OF)) {
      return day(arguments.getFirst());
    }
    List<Term> terms = arguments.stream().map(this::term).toList();
    Operator operator = Operator.findReverse(function).orElse(null);
    if (operator == Operator.LOGICAL_AND) {
      return frame -> Values.holds(terms.get(0).of(frame)) && Values.holds(terms.get(1).of(frame));
    }
    if (operator == Operator.LOGICAL_OR) {
      return frame -> Values.holds(terms.get(0).of(frame)) || Values.holds(terms.get(1).of(frame));
    }
    if (operator == Operator.EQUALS || operator == Operator.NOT_EQUALS) {
      for (int i = 0; i < 2; i++) {
        if (isNull(arguments.get(i))) {
          Term other = terms.get(1 - i);
          boolean known = operator == Operator.NOT_EQUALS;
          return frame -> (other.of(frame) != null) == known;
        }
      }
    }
    Operation operation = Objects.requireNonNull(Operations.all().get(function), function);
    traits.addAll(operation.traits());
    daily |= operation.daily();
    return applied(operation.call(), terms.toArray(Term[]::new));
  }

  private static boolean isNull(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.NULL_VALUE;
  }

  private static Term applied(Functions.Call call, Term[] terms) {
    return frame -> {
      @Nullable Object[] values = new Object[terms.length];
      for (int i = 0; i < terms.length; i++) {
        values[i] = terms[i].of(frame);
      }
      return call.of(frame, values);
    };
  }

  private Term day(CelExpr argument) {
    LocalDate day =
        argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            ? Functions.parse(argument.constant().stringValue())
            : null;
    if (day == null) {
      fault(
          argument,
          Fault.Kind.VALUE,
          "`date` takes a day of the calendar, in quotes.",
          "Write it as `date(\"2026-01-31\")`.");
    }
    return _ -> day;
  }

  private Term list(CelExpr expr) {
    List<CelExpr> written = expr.list().elements();
    Set<CelKind> kinds = EnumSet.noneOf(CelKind.class);
    written.forEach(one -> tree.getType(one.id()).ifPresent(type -> kinds.add(type.kind())));
    if (kinds.size() > 1 && !NUMBERS.containsAll(kinds)) {
      fault(
          expr,
          Fault.Kind.TYPE,
          "The values of this list are not of one type.",
          "Numbers are written without quotes, texts with them.");
    }
    List<Term> elements = written.stream().map(this::term).toList();
    return frame -> {
      var values = new ArrayList<@Nullable Object>(elements.size());
      for (Term element : elements) {
        values.add(element.of(frame));
      }
      return values;
    };
  }

  private Term loop(CelExpr expr) {
    CelExpr.CelComprehension fold = expr.comprehension();
    loops++;
    if (loops > MAX_LOOPS) {
      fault(expr, Fault.Kind.TOO_COMPLEX, "Loops lie at most two deep.", null);
      return _ -> null;
    }
    Term range = term(fold.iterRange());
    Term init = term(fold.accuInit());
    int element = locals++;
    int sum = locals++;
    Integer outerElement = variables.put(fold.iterVar(), element);
    Integer outerSum = variables.put(fold.accuVar(), sum);
    Term goesOn = term(fold.loopCondition());
    Term step = term(fold.loopStep());
    restore(fold.iterVar(), outerElement);
    Term result = term(fold.result());
    restore(fold.accuVar(), outerSum);
    loops--;
    return frame -> {
      frame.set(sum, init.of(frame));
      for (Object one : elements(range.of(frame))) {
        frame.set(element, one);
        if (!Values.holds(goesOn.of(frame))) {
          break;
        }
        frame.set(sum, step.of(frame));
      }
      return result.of(frame);
    };
  }

  private void restore(String name, @Nullable Integer slot) {
    if (slot == null) {
      variables.remove(name);
    } else {
      variables.put(name, slot);
    }
  }

  private static Iterable<?> elements(@Nullable Object range) {
    return switch (range) {
      case List<?> list -> list;
      case Map<?, ?> map -> map.keySet();
      case null, default -> List.of();
    };
  }

  private void fault(CelExpr expr, Fault.Kind kind, String message, @Nullable String hint) {
    Integer offset = tree.getSource().getPositionsMap().get(expr.id());
    CelSourceLocation place =
        tree.getSource()
            .getOffsetLocation(offset == null ? 0 : offset)
            .orElse(CelSourceLocation.of(1, 0));
    faults.add(Expressions.at(place, kind, message, hint));
  }
}
