package dev.homeport.loyalty.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a programme says: a sound document, read by {@link ProgrammeReading}.
 *
 * @param key names the programme within its tenant
 * @param basis which parts of an order count
 * @param tolerance how much more than in one currency points may be worth on the best way through
 *     several: 0.1 for ten percent
 * @param rounding how the points of an order or free return become whole, once
 * @param caps of all rules together
 * @param overdraft how far a claw-back may take an account below zero
 * @param start when points can be used
 * @param life how long points can be used
 * @param freeReturns what returns without a known order do
 * @param graceDays how long points can be used that are given back after they have expired; 0: not
 * @param rerateLaterOrders whether what comes back makes room in caps, conditions and tiers of
 *     later orders
 * @param tiers null when it has none
 */
public record ProgrammeDocument(
    String key,
    String name,
    Basis basis,
    Currencies currencies,
    BigDecimal tolerance,
    RoundingMode rounding,
    List<EarningRule> rules,
    List<Cap> caps,
    OverdraftFloor overdraft,
    LotStart start,
    LotLife life,
    FreeReturns freeReturns,
    int graceDays,
    boolean rerateLaterOrders,
    @Nullable TierLadder tiers) {

  /** Copies. */
  public ProgrammeDocument {
    rules = List.copyOf(rules);
    caps = List.copyOf(caps);
  }

  /** What returns without a known order do. */
  public enum FreeReturns {
    /** They take back what their value would have earned by the currency table. */
    CLAW_BACK,
    /** Nothing. */
    IGNORE
  }

  /** Whether what an order deserves, and how long, depends on what else the member did. */
  public boolean remembers() {
    return rules.stream().anyMatch(EarningRule::remembers)
        || tiers != null
        || life instanceof LotLife.Inactivity
        || start instanceof LotStart.AfterActivity
        || caps.stream().anyMatch(cap -> cap.per() != Cap.Period.ORDER);
  }
}
