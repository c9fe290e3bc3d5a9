package dev.homeport.loyalty.backtest;

import dev.homeport.loyalty.programme.Currencies;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.Versions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of a backtest.
 *
 * @param members of whom the journal holds anything
 * @param events that the journal holds of them
 * @param today the programme as it is; null where nothing is compared
 * @param comparison null where nothing is compared
 */
public record BacktestResult(
    long members, long events, Side tried, @Nullable Side today, @Nullable Comparison comparison) {

  /**
   * One programme.
   *
   * @param currency the tenant's reporting currency
   * @param burn what a point pays for in it where no market says otherwise; null where points buy
   *     nothing in it
   * @param tiered whether it has tiers
   */
  public record Side(
      Sums total,
      String currency,
      @Nullable BigDecimal burn,
      boolean tiered,
      List<Month> months,
      List<Market> markets) {
    /** Copies. */
    public Side {
      months = List.copyOf(months);
      markets = List.copyOf(markets);
    }
  }

  /**
   * A month.
   *
   * @param month for example 2026-11
   * @param sums what happens in it, and what members hold at its end
   * @param tiers members by their tier at its end; empty key below the first
   */
  public record Month(String month, Sums sums, SortedMap<String, Long> tiers) {}

  /**
   * A market.
   *
   * @param market empty for what belongs to none
   * @param burn what a point pays for there in the reporting currency; null for nothing
   */
  public record Market(String market, Sums sums, @Nullable BigDecimal burn) {}

  /** Tells what came of a trial. */
  public static BacktestResult of(Trial trial, Trial.Outcome outcome, Currency currency) {
    Scenario today = trial.today();
    Figures others = outcome.today();
    boolean compared = today != null && others != null;
    return new BacktestResult(
        outcome.members(),
        outcome.events(),
        side(trial, trial.tried(), outcome.tried(), currency),
        today == null || others == null ? null : side(trial, today, others, currency),
        compared ? outcome.comparison() : null);
  }

  private static Side side(Trial trial, Scenario scenario, Figures figures, Currency currency) {
    Optional<Currencies> currencies = last(scenario).map(last -> last.document().currencies());
    var markets = new ArrayList<Market>();
    new TreeMap<>(figures.markets())
        .forEach(
            (market, sums) ->
                markets.add(
                    new Market(
                        market,
                        sums,
                        currencies.flatMap(table -> table.burn(market, currency)).orElse(null))));
    return new Side(
        figures.total(),
        currency.getCurrencyCode(),
        currencies.flatMap(table -> table.burn("", currency)).orElse(null),
        scenario.versions().all().stream().anyMatch(version -> version.document().tiers() != null),
        months(trial, figures),
        markets);
  }

  /** The version that says in the end what points are worth. */
  private static Optional<ProgrammeVersion> last(Scenario scenario) {
    Versions versions = scenario.versions();
    return versions
        .at(scenario.end().minusNanos(1))
        .or(() -> versions.all().stream().reduce((_, later) -> later));
  }

  private static List<Month> months(Trial trial, Figures figures) {
    var all = new ArrayList<Month>();
    var changes = new TreeMap<>(figures.months());
    var tiers = new TreeMap<>(figures.tiers());
    if (changes.isEmpty() && tiers.isEmpty()) {
      return all;
    }
    int earliest =
        Math.min(
            changes.isEmpty() ? Integer.MAX_VALUE : changes.firstKey(),
            tiers.isEmpty() ? Integer.MAX_VALUE : tiers.firstKey());
    Months months = trial.months();
    int first = months.first(trial.from(), earliest);
    Sums standing = Sums.ZERO;
    var members = new TreeMap<String, Long>();
    for (int month = earliest; month <= months.last(); month++) {
      Sums change = changes.getOrDefault(month, Sums.ZERO);
      standing = standing.plus(change.standing());
      tiers
          .getOrDefault(month, Map.of())
          .forEach((tier, more) -> members.merge(tier, more, Long::sum));
      if (month >= first) {
        Sums sums = change.happening().plus(standing);
        all.add(new Month(months.text(month), sums, new TreeMap<>(members)));
      }
    }
    return all;
  }
}
