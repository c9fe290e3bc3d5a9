package dev.homeport.order.order;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Never more comes back than was bought: neither of a line nor in money. */
final class ReturnRules {
  private ReturnRules() {}

  /** Why a call for a return is refused; empty when all of it is left. */
  static Optional<ReturnDecision> refusal(Order order, LineReturn back) {
    Map<Integer, BigDecimal> left = new HashMap<>();
    order.document().lines().forEach(line -> left.put(line.lineNo(), line.quantity()));
    ReturnBook book = order.returnBook();
    book.quantities().forEach((lineNo, gone) -> left.merge(lineNo, gone, BigDecimal::subtract));
    var within = new HashMap<>(left);
    List<LineReturn.ReturnedLine> lines = back.lines();
    for (int i = 0; i < lines.size(); i++) {
      int lineNo = lines.get(i).lineNo();
      BigDecimal before = within.get(lineNo);
      if (before == null) {
        return Optional.of(new ReturnDecision.NoSuchLine(i, lineNo));
      }
      BigDecimal after = before.subtract(lines.get(i).quantity());
      if (after.signum() < 0) {
        return Optional.of(
            new ReturnDecision.TooMany(i, lineNo, left.getOrDefault(lineNo, BigDecimal.ZERO)));
      }
      within.put(lineNo, after);
    }
    BigDecimal money = order.total().subtract(book.amount());
    return back.amount().compareTo(money) > 0
        ? Optional.of(new ReturnDecision.TooMuch(money))
        : Optional.empty();
  }
}
