package dev.homeport.analytics.acquisition;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What the present tenant has spent to win customers. */
public interface SpendBook {

  /** What is stated now. */
  Optional<Spend> find(Spend.Key key);

  /** States it in place of what was stated before; an amount of zero takes that away. */
  void put(Spend spend);

  /**
   * Statements, the latest month first.
   *
   * @param channel only of this one
   * @param after where to go on
   */
  List<Spend> list(
      YearMonth from, YearMonth to, Optional<String> channel, Optional<Spend.Key> after, int limit);

  /** Sums of these months, in the reporting currency. */
  List<Sum> sums(AcquisitionAxis by, YearMonth from, YearMonth to);

  /**
   * A sum.
   *
   * @param value of the dimension; empty for what belongs to none
   */
  record Sum(String channel, String value, BigDecimal amount) {}
}
