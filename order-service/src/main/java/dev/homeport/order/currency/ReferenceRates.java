package dev.homeport.order.currency;

import java.util.Collection;
import java.util.Currency;
import java.util.Set;

/** The reference rates that the present tenant has. Every call lies in a transaction. */
public interface ReferenceRates {
  /** How many days the last published rate stands. */
  int DAYS_VALID = 7;

  /**
   * Looks rates up. Where one is missing, rates that come in at the same time are waited for, so
   * that whoever finds none can rely on being converted when it comes.
   */
  Rates into(Currency reporting, Set<Quote> quotes);

  /**
   * Ends an update: waits for all who have concluded that a rate is missing, and makes those who
   * are about to wait for the end of the transaction.
   */
  void closeUpdate();

  /**
   * Writes rates over what was known for the same days and currencies.
   *
   * @return how many were new or different
   */
  int put(Collection<RateDay> days);
}
