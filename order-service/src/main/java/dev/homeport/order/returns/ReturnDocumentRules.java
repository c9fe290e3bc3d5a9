package dev.homeport.order.returns;

import dev.homeport.order.order.DocumentRules;
import dev.homeport.order.order.Fault;
import dev.homeport.order.order.LineKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold within one return document, beyond the form of its fields. */
public final class ReturnDocumentRules {
  private static final BigDecimal AMOUNT_LIMIT = new BigDecimal("1E17");

  private ReturnDocumentRules() {}

  /** All faults of the document, in its own order; empty when it is sound. */
  public static List<Fault> faults(ReturnDocument document, Instant now) {
    var faults = new ArrayList<Fault>();
    if (document.returnedAt().isAfter(now.plus(DocumentRules.CLOCK_TOLERANCE))) {
      faults.add(new Fault("/returnedAt", "must not lie more than a day in the future"));
    }
    if (document.lines().isEmpty() && document.statedAmount() == null) {
      faults.add(new Fault("/lines", "must not be empty where no amount is stated"));
    }
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < document.lines().size(); i++) {
      ReturnedItem item = document.lines().get(i);
      if (!numbers.add(item.lineNo())) {
        faults.add(new Fault("/lines/" + i + "/lineNo", "must be unique within the document"));
      }
      if (item.unitPrice().signum() < 0 && item.kind() != LineKind.ADJUSTMENT) {
        faults.add(
            new Fault("/lines/" + i + "/unitPrice", "may be negative on an adjustment only"));
      }
    }
    BigDecimal amount = document.amount();
    if (amount.signum() < 0 || amount.compareTo(AMOUNT_LIMIT) >= 0) {
      faults.add(new Fault("/amount", "the amount must be at least 0 and below 10^17"));
    }
    return faults;
  }
}
