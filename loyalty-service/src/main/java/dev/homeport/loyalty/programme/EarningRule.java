package dev.homeport.loyalty.programme;

import dev.homeport.loyalty.expression.Expression;
import dev.homeport.loyalty.expression.Variable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way to earn points. Rules are looked at in the order of the document.
 *
 * @param key names it within the programme, for ever
 * @param activity the activities that it is for; null for orders
 * @param when the condition; null when it is for every order or activity
 * @param lines which lines count; null for the whole order
 * @param from the first moment of orders that it is for, null for any
 * @param until orders of this moment and later are not meant, null for never
 * @param minimum the least amount that counts, by currency; currencies without one have none
 * @param caps of this rule alone
 * @param budget how many points it may give to all members together; null for any number
 * @param cooldownDays how long after an order that it gave points to it gives none; 0 for not
 */
public record EarningRule(
    String key,
    String name,
    @Nullable String activity,
    @Nullable Expression when,
    @Nullable Expression lines,
    @Nullable Instant from,
    @Nullable Instant until,
    Map<Currency, BigDecimal> minimum,
    Formula formula,
    Stacking stacking,
    List<Cap> caps,
    @Nullable Long budget,
    int cooldownDays) {

  /** Copies. */
  public EarningRule {
    minimum = Map.copyOf(minimum);
    caps = List.copyOf(caps);
  }

  /** How rules go together. */
  public enum Stacking {
    /** Its points come on top. */
    ADD,
    /** Of all rules of this kind only the one that gives most counts, the first of equals. */
    BEST
  }

  /** The variables that it reads of an order or its lines. */
  List<Variable> readsOfOrder() {
    var read = new ArrayList<Variable>();
    if (when != null) {
      read.addAll(when.variables());
    }
    if (formula instanceof Formula.Computed(Expression points)) {
      read.addAll(points.variables());
    }
    read.removeIf(
        variable ->
            variable.scope() != Variable.Scope.ORDER && variable.scope() != Variable.Scope.LINE);
    return read;
  }

  /** Whether what came before the order has a say. */
  boolean remembers() {
    return cooldownDays > 0
        || caps.stream().anyMatch(cap -> cap.per() != Cap.Period.ORDER)
        || readsMember(when)
        || (formula instanceof Formula.Computed(Expression points) && readsMember(points));
  }

  private static boolean readsMember(@Nullable Expression expression) {
    return expression != null
        && expression.variables().stream()
            .anyMatch(variable -> variable.scope() == Variable.Scope.MEMBER);
  }
}
