package dev.homeport.order.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Never more comes back than was bought: neither of a line nor in money. */
record ReturnRules(Order order) {

  ReturnDecision decide(LineReturn back, Clock clock) {
    List<LineReturn.ReturnedLine> lines = back.lines();
    Map<Integer, BigDecimal> within = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      int lineNo = lines.get(i).lineNo();
      if (order.document().lines().stream().noneMatch(line -> line.lineNo() == lineNo)) {
        return new ReturnDecision.NoSuchLine(i, lineNo);
      }
      BigDecimal left = order.bought(lineNo).subtract(order.returnedQuantity(lineNo));
      if (within.merge(lineNo, lines.get(i).quantity(), BigDecimal::add).compareTo(left) > 0) {
        return new ReturnDecision.TooMany(i, lineNo, left);
      }
    }
    BigDecimal left = order.total().subtract(order.returned());
    if (back.amount().compareTo(left) > 0) {
      return new ReturnDecision.TooMuch(left);
    }
    return new ReturnDecision.Recorded(order.with(back, clock), back);
  }
}
