package dev.homeport.loyalty.programme;

import dev.homeport.loyalty.expression.Expression;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;

/**
 * The tiers of a programme and how members move between them: four settings that do not depend on
 * each other, and a grace.
 *
 * @param basis what counts
 * @param period in which it counts
 * @param up when who has reached a tier gets it
 * @param down what becomes of who no longer reaches it
 * @param graceDays how long after a review a tier is kept, and can still be reached; 0 for not
 * @param levels from the lowest to the highest; below the first there is none
 */
public record TierLadder(
    Basis basis, Period period, Up up, Down down, int graceDays, List<Level> levels) {

  /** Copies. */
  public TierLadder {
    levels = List.copyOf(levels);
  }

  /**
   * A tier.
   *
   * @param from the least that has to be reached
   */
  public record Level(String key, String name, BigDecimal from) {}

  /** What counts. */
  public sealed interface Basis {
    /** Points of orders less those that returns take back. */
    record Points() implements Basis {}

    /** What was paid and kept, in the common measure of the currencies. */
    record Spend() implements Basis {}

    /** Orders that stand. */
    record Orders() implements Basis {}

    /** What an expression gives for each order that stands, at least 0. */
    record Computed(Expression value) implements Basis {}
  }

  /** In which time it counts. */
  public sealed interface Period {
    /** The last so many months; a tier is looked at again so many months after it was reached. */
    record Rolling(int months) implements Period {}

    /** Years that begin on a day of the calendar. */
    record Calendar(MonthDay begins) implements Period {}

    /** Years since the member's first order. */
    record Anniversary() implements Period {}
  }

  /** When who has reached a tier gets it. */
  public enum Up {
    /** With the order that reaches it. */
    AT_ONCE,
    /** When the next period begins. */
    NEXT_PERIOD
  }

  /** What becomes of who no longer reaches a tier when it is looked at again. */
  public enum Down {
    /** It stays. */
    NEVER,
    /** The next lower one. */
    ONE_STEP,
    /** The one that is reached. */
    TO_FIT
  }

  /** How many levels a value reaches: 0 for none. */
  public int reached(BigDecimal value) {
    int reached = 0;
    for (Level level : levels) {
      if (value.compareTo(level.from()) >= 0) {
        reached++;
      }
    }
    return reached;
  }

  /** The level of a key, counted from 1; 0 for none. */
  public int level(String key) {
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).key().equals(key)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** The key of a level that is counted from 1; empty for none. */
  public String key(int level) {
    return level == 0 ? "" : levels.get(level - 1).key();
  }
}
