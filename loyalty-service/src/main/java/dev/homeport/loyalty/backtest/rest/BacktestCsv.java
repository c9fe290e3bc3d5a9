package dev.homeport.loyalty.backtest.rest;

import dev.homeport.loyalty.backtest.BacktestResult;
import dev.homeport.loyalty.backtest.Sums;
import org.jspecify.annotations.Nullable;

/** The months of a backtest as CSV: of what was tried, and of the programme as it is. */
final class BacktestCsv {
  static final String TYPE = "text/csv";

  static final String EXAMPLE =
      """
      month,programme,issued,clawedBack,used,expired,outstanding,overdrawn
      2026-09,tried,600,20,0,0,580,0
      2026-10,tried,620,40,200,0,960,0
      2026-09,today,600,20,0,0,580,0
      2026-10,today,500,40,200,0,840,0
      """;

  private static final String HEAD =
      "month,programme,issued,clawedBack,used,expired,outstanding,overdrawn\n";

  private BacktestCsv() {}

  /** The head alone while there is no result. */
  static String of(@Nullable BacktestResult result) {
    var csv = new StringBuilder(HEAD);
    if (result != null) {
      add(csv, "tried", result.tried());
      BacktestResult.Side today = result.today();
      if (today != null) {
        add(csv, "today", today);
      }
    }
    return csv.toString();
  }

  private static void add(StringBuilder csv, String programme, BacktestResult.Side side) {
    for (BacktestResult.Month month : side.months()) {
      Sums sums = month.sums();
      csv.append(
          "%s,%s,%d,%d,%d,%d,%d,%d\n"
              .formatted(
                  month.month(),
                  programme,
                  sums.issued(),
                  sums.clawedBack(),
                  sums.used(),
                  sums.expired(),
                  sums.outstanding(),
                  sums.overdrawn()));
    }
  }
}
