package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.fact.OrderLine;
import dev.homeport.loyalty.programme.Basis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What counts of an order or free return: net of discounts and of whatever is left out. */
final class Amounts {
  private Amounts() {}

  static Explanation.Counted of(Basis basis, OrderFact order) {
    return counted(basis, order.currency(), order.total(), order.returned(), order.lines());
  }

  static Explanation.Counted of(Basis basis, FreeReturnFact back) {
    return counted(basis, back.currency(), back.amount(), BigDecimal.ZERO, back.lines());
  }

  /** What counts of one line. */
  static BigDecimal of(Basis basis, OrderLine line) {
    if (!basis.shipping() && line.kind() == OrderLine.Kind.SHIPPING) {
      return BigDecimal.ZERO;
    }
    BigDecimal amount =
        basis.tax() ? line.keptAmount() : line.keptAmount().subtract(line.keptTax());
    return amount.max(BigDecimal.ZERO);
  }

  private static Explanation.Counted counted(
      Basis basis,
      Currency currency,
      BigDecimal total,
      BigDecimal returned,
      List<OrderLine> lines) {
    var leftOut = new ArrayList<Explanation.LeftOut>();
    BigDecimal amount = total.subtract(returned);
    for (OrderLine line : lines) {
      if (!basis.shipping() && line.kind() == OrderLine.Kind.SHIPPING) {
        leftOut.add(new Explanation.LeftOut(line.lineNo(), "shipping", line.keptAmount()));
      } else if (!basis.tax() && line.keptTax().signum() != 0) {
        leftOut.add(new Explanation.LeftOut(line.lineNo(), "tax", line.keptTax()));
      }
    }
    for (Explanation.LeftOut part : leftOut) {
      amount = amount.subtract(part.amount());
    }
    return new Explanation.Counted(currency, total, returned, leftOut, amount.max(BigDecimal.ZERO));
  }
}
