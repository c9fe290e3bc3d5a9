package dev.homeport.analytics.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What decides whether an order counts, and what it is worth.
 *
 * @param total in the order's own currency
 * @param returned in the order's own currency
 * @param products the lines that are goods, not shipping or adjustments
 * @param reporting total and returned in the reporting currency; empty while that is pending
 */
public record OrderState(
    boolean cancelled,
    BigDecimal total,
    BigDecimal returned,
    List<Line> products,
    Optional<Contribution> reporting) {

  public OrderState {
    products = List.copyOf(products);
  }

  /**
   * A cancelled and a fully returned order do not count; an order of total zero does, because it
   * was bought.
   */
  public boolean counted() {
    return !cancelled && !fullyReturned() && reporting.isPresent();
  }

  /** A cancelled order is worth nothing, any other what it cost less what came back. */
  public Optional<Contribution> contribution() {
    return cancelled ? reporting.map(_ -> Contribution.NONE) : reporting;
  }

  private boolean fullyReturned() {
    boolean moneyBack = total.signum() > 0 && returned.compareTo(total) >= 0;
    boolean goodsBack = !products.isEmpty() && products.stream().allMatch(Line::fullyReturned);
    return moneyBack || goodsBack;
  }
}
