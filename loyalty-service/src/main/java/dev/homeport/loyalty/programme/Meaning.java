package dev.homeport.loyalty.programme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Faults that show only when the parts of a document are looked at together. */
final class Meaning {
  private Meaning() {}

  static List<Fault> faults(ProgrammeDocument document) {
    var faults = new ArrayList<Fault>();
    rules(document.rules(), faults);
    storedRate(document.currencies(), faults);
    faults.addAll(TierReading.faults(document.tiers()));
    faults.addAll(Arbitrage.faults(document));
    return faults;
  }

  /** Where all orders earn by their own rate, what a table says of earning is never looked at. */
  private static void storedRate(Currencies currencies, List<Fault> faults) {
    StoredRate stored = currencies.storedRate();
    if (stored != null && stored.reach() == StoredRate.Reach.ALL) {
      noEarning("/currencies/", currencies.everywhere(), faults);
      currencies
          .markets()
          .forEach(
              (market, table) -> noEarning("/markets/" + market + "/currencies/", table, faults));
    }
  }

  private static void noEarning(String at, Map<Currency, CurrencyTerms> table, List<Fault> faults) {
    table.forEach(
        (currency, terms) -> {
          if (terms.earn() != null) {
            faults.add(
                new Fault(
                    at + currency + "/earn",
                    Fault.Code.CONTRADICTION,
                    "has no say where all orders earn by their own rate"));
          }
        });
  }

  private static void rules(List<EarningRule> rules, List<Fault> faults) {
    var keys = new HashSet<String>();
    for (int i = 0; i < rules.size(); i++) {
      EarningRule rule = rules.get(i);
      String at = "/rules/" + i;
      if (!keys.add(rule.key())) {
        faults.add(
            new Fault(at + "/key", Fault.Code.DUPLICATE, "is the key of an earlier rule too"));
      }
      if (rule.from() != null && rule.until() != null && !rule.from().isBefore(rule.until())) {
        faults.add(new Fault(at + "/until", Fault.Code.CONTRADICTION, "must be after \"from\""));
      }
      if (rule.formula() instanceof Formula.Multiply(BigDecimal factor)) {
        multiply(rule, factor, at, i == 0, faults);
      }
      if (rule.activity() != null) {
        activity(rule, at, faults);
      }
      if (rule.formula() instanceof Formula.Computed && rule.lines() != null) {
        faults.add(
            new Fault(
                at + "/lines",
                Fault.Code.CONTRADICTION,
                "has no say where points are an expression"));
      }
    }
  }

  /** An activity has no amounts and no lines. */
  private static void activity(EarningRule rule, String at, List<Fault> faults) {
    if (!(rule.formula() instanceof Formula.Fixed || rule.formula() instanceof Formula.Computed)) {
      faults.add(
          new Fault(
              at + "/points/type",
              Fault.Code.CONTRADICTION,
              "must be fixed or expression for an activity"));
    }
    if (rule.lines() != null) {
      faults.add(new Fault(at + "/lines", Fault.Code.CONTRADICTION, "has no say for an activity"));
    }
    if (!rule.minimum().isEmpty()) {
      faults.add(
          new Fault(at + "/minimum", Fault.Code.CONTRADICTION, "has no say for an activity"));
    }
    if (!rule.readsOfOrder().isEmpty()) {
      faults.add(
          new Fault(
              at + "/activity",
              Fault.Code.CONTRADICTION,
              "is no order: %s has no value".formatted(rule.readsOfOrder().getFirst().text())));
    }
  }

  private static void multiply(
      EarningRule rule, BigDecimal factor, String at, boolean first, List<Fault> faults) {
    if (factor.compareTo(BigDecimal.ONE) <= 0) {
      faults.add(
          new Fault(
              at + "/points/factor", Fault.Code.CONTRADICTION, "must be above 1 to multiply"));
    }
    if (first) {
      faults.add(
          new Fault(
              at + "/points/type",
              Fault.Code.CONTRADICTION,
              "multiplies what rules before it give, and there is none"));
    }
    if (rule.stacking() == EarningRule.Stacking.BEST) {
      faults.add(
          new Fault(
              at + "/stacking", Fault.Code.CONTRADICTION, "a rule that multiplies always adds"));
    }
    if (rule.lines() != null) {
      faults.add(
          new Fault(at + "/lines", Fault.Code.CONTRADICTION, "has no say where a rule multiplies"));
    }
  }
}
