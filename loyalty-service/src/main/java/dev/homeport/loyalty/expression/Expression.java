package dev.homeport.loyalty.expression;

import static java.util.stream.Collectors.toMap;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** An expression that has been checked; to be asked as often as wanted, by any thread. */
public final class Expression {
  private final String text;
  private final Set<Variable> variables;
  private final CelRuntime.Program program;

  Expression(String text, CelAbstractSyntaxTree checked, CelRuntime.Program program) {
    this.text = text;
    this.variables = variables(checked);
    this.program = program;
  }

  /** What came of asking. */
  public sealed interface Answer {
    /** Yes or no. */
    record Truth(boolean holds) implements Answer {}

    /** An exact number. */
    record Exact(BigDecimal value) implements Answer {}

    /** It cannot be answered for these values: a division by zero, a number out of range. */
    record Undefined() implements Answer {}
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** What it reads, and nothing else. */
  public Set<Variable> variables() {
    return variables;
  }

  /** The values that it reads, by the name of the variable: the inputs of an explanation. */
  public Map<String, Object> inputs(Function<Variable, Object> values) {
    return variables.stream().collect(toMap(Variable::text, values, (a, _) -> a, TreeMap::new));
  }

  /** Its answer; the same inputs always give the same one. */
  public Answer ask(Map<String, Object> inputs) {
    try {
      return answer(program.eval(inputs));
    } catch (CelEvaluationException _) {
      return new Answer.Undefined();
    }
  }

  private static Answer answer(Object result) {
    return switch (result) {
      case Boolean holds -> new Answer.Truth(holds);
      case BigDecimal number -> new Answer.Exact(number);
      case Long whole -> new Answer.Exact(BigDecimal.valueOf(whole));
      default -> new Answer.Undefined();
    };
  }

  private static Set<Variable> variables(CelAbstractSyntaxTree checked) {
    var found = new TreeSet<Variable>();
    List<String> names =
        checked.getReferenceMap().values().stream().map(reference -> reference.name()).toList();
    names.forEach(name -> Variable.named(name).ifPresent(found::add));
    return Set.copyOf(found);
  }

  @Override
  public String toString() {
    return text;
  }
}
