package dev.homeport.order.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold within one order document, beyond the form of its fields. */
public final class DocumentRules {
  /** How far a source's clock may run ahead of ours. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

  /** Totals fit {@code numeric(26,9)}. */
  private static final BigDecimal TOTAL_LIMIT = new BigDecimal("1E17");

  private DocumentRules() {}

  /** All faults of the document, in its own order; empty when it is sound. */
  public static List<Fault> faults(OrderDocument document, Instant now) {
    var faults = new ArrayList<Fault>();
    notAhead(faults, "/placedAt", document.placedAt(), now);
    notAhead(faults, "/revisedAt", document.revisedAt(), now);
    if (document.lines().isEmpty() && document.statedTotal() == null) {
      faults.add(new Fault("/lines", "must not be empty where no total is stated"));
    }
    lines(faults, document.lines());
    BigDecimal total = document.total();
    if (total.signum() < 0 || total.compareTo(TOTAL_LIMIT) >= 0) {
      faults.add(new Fault("/total", "the order's total must be at least 0 and below 10^17"));
    }
    return faults;
  }

  private static void lines(List<Fault> faults, List<Line> lines) {
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (!numbers.add(line.lineNo())) {
        faults.add(new Fault("/lines/" + i + "/lineNo", "must be unique within the document"));
      }
      if (line.unitPrice().signum() < 0 && line.kind() != LineKind.ADJUSTMENT) {
        faults.add(
            new Fault("/lines/" + i + "/unitPrice", "may be negative on an adjustment only"));
      }
    }
  }

  private static void notAhead(List<Fault> faults, String pointer, Instant at, Instant now) {
    if (at.isAfter(now.plus(CLOCK_TOLERANCE))) {
      faults.add(new Fault(pointer, "must not lie more than a day in the future"));
    }
  }
}
