package dev.homeport.analytics.value.store;

import dev.homeport.analytics.value.Observations;
import dev.homeport.analytics.value.Observations.Group;
import dev.homeport.analytics.value.Observations.Later;
import dev.homeport.analytics.value.Observations.Outcome;
import dev.homeport.analytics.value.Purchases;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads facts up to a past day, and what the same customers did after it. */
final class CalibrationReader {
  private final Database database;
  private final Optional<String> market;
  private final LocalDate end;
  private final LocalDate today;
  private final Observed observed;
  private final Map<Group, Outcome> groups = new HashMap<>();
  private final Map<LocalDate, Long> newcomers = new HashMap<>();

  CalibrationReader(Database database, Optional<String> market, LocalDate end, LocalDate today) {
    this.database = database;
    this.market = market;
    this.end = end;
    this.today = today;
    this.observed = new Observed(end);
  }

  Optional<Observations> read() {
    database.each(
        sql(CUSTOMERS),
        to -> facts(to).date(end).date(end).date(end).date(end).date(end),
        this::take);
    return observed.observations(later());
  }

  private void take(ResultSet row) throws SQLException {
    Purchases purchases =
        Purchases.of(
            row.getLong("days"),
            row.getLong("first_day"),
            row.getLong("last_day"),
            row.getDouble("repeat_net"),
            end.toEpochDay());
    LocalDate first = LocalDate.ofEpochDay(row.getLong("first_day"));
    observed.add(first, purchases);
    newcomers.merge(first, 1L, Long::sum);
    groups.merge(
        new Group(purchases.repeats(), purchases.recencyDays(), purchases.ageDays()),
        new Outcome(1, row.getLong("later")),
        Outcome::plus);
  }

  /** Up to the last day on which anybody bought: after it nothing is known. */
  private Optional<Later> later() {
    return database
        .find(
            sql("select max(day) - date 'epoch' from purchase"),
            this::facts,
            row -> LocalDate.ofEpochDay(row.getLong(1)))
        .filter(until -> until.isAfter(end))
        .map(until -> new Later(until, groups, newcomers, repeats()));
  }

  private Map<LocalDate, Long> repeats() {
    var repeats = new HashMap<LocalDate, Long>();
    database.each(
        sql(REPEATS),
        to -> facts(to).date(end),
        row -> repeats.put(LocalDate.ofEpochDay(row.getLong(1)), row.getLong(2)));
    return repeats;
  }

  private String sql(String select) {
    return PURCHASES.formatted(market.isPresent() ? "and f.market = ?" : "") + select;
  }

  private Parameters facts(Parameters to) throws SQLException {
    to.tenant().date(today);
    return market.isPresent() ? to.text(market.get()) : to;
  }

  private static final String PURCHASES =
      """
      with purchase as (
        select i.customer_id, f.day, sum(f.gross - f.returned) as net,
          min(f.day) over (partition by i.customer_id) as first_day
        from fact f join identity i using (tenant_id, identity_id)
        where f.tenant_id = ? and f.counted and f.day <= ? %s
        group by i.customer_id, f.day)
      """;

  private static final String CUSTOMERS =
      """
      select count(*) filter (where day <= ?) as days,
        first_day - date 'epoch' as first_day,
        max(day) filter (where day <= ?) - date 'epoch' as last_day,
        coalesce(sum(net) filter (where day > first_day and day <= ?), 0)::float8 as repeat_net,
        count(*) filter (where day > ?) as later
      from purchase where first_day <= ?
      group by customer_id, first_day""";

  private static final String REPEATS =
      """
      select day - date 'epoch', count(*) from purchase
      where first_day <= ? and day > first_day
      group by day""";
}
