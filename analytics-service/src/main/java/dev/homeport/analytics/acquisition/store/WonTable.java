package dev.homeport.analytics.acquisition.store;

import dev.homeport.analytics.acquisition.AcquisitionAxis;
import dev.homeport.analytics.acquisition.AttributionRules;
import dev.homeport.analytics.acquisition.MonthlyRevenue;
import dev.homeport.analytics.acquisition.Won;
import dev.homeport.analytics.acquisition.WonCustomers;
import dev.homeport.analytics.derived.Remembered;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Reads first orders, and what came after them. A first order is the earliest of its customer's
 * that counts, on the day on which the values of the customer begin.
 */
@ApplicationScoped
class WonTable implements WonCustomers {
  private static final int SOME = 10_000;

  private final Database database;
  private final Remembered remembered;

  WonTable(Database database, Remembered remembered) {
    this.database = database;
    this.remembered = remembered;
  }

  private record WonBy(
      AttributionRules rules, AcquisitionAxis by, LocalDate from, LocalDate to, LocalDate asOf) {}

  private record Revenue(LocalDate from, LocalDate to) {}

  @Override
  public List<Won> won(
      AttributionRules rules, AcquisitionAxis by, LocalDate from, LocalDate to, LocalDate asOf) {
    return remembered.answer(
        new WonBy(rules, by, from, to, asOf),
        () -> {
          database.readMuch();
          return database.list(
              FIRSTS.formatted(RuleSql.of(rules), value(by)) + WON,
              p -> {
                bindFirsts(p, rules, from, to);
                p.date(asOf).date(asOf).tenant().date(asOf);
              },
              WonTable::won);
        });
  }

  @Override
  public void each(
      AttributionRules rules,
      AcquisitionAxis by,
      LocalDate from,
      LocalDate to,
      BiConsumer<Place, Collection<UUID>> some) {
    var batch = new Batch(some);
    database.readMuch();
    database.each(
        FIRSTS.formatted(RuleSql.of(rules), value(by)) + EACH,
        p -> bindFirsts(p, rules, from, to),
        batch::add);
    batch.flush();
  }

  @Override
  public List<MonthlyRevenue> revenue(LocalDate from, LocalDate to) {
    return remembered.answer(
        new Revenue(from, to),
        () -> {
          database.readMuch();
          return database.list(
              REVENUE,
              p -> p.tenant().date(from).date(to),
              row ->
                  new MonthlyRevenue(
                      YearMonth.parse(row.getString("month")),
                      row.getLong("won"),
                      row.getLong("returning"),
                      row.getBigDecimal("acquired"),
                      row.getBigDecimal("retained")));
        });
  }

  private static void bindFirsts(
      Parameters to, AttributionRules rules, LocalDate first, LocalDate last) throws SQLException {
    RuleSql.bind(to, rules);
    to.tenant().date(first).date(last);
  }

  private static String value(AcquisitionAxis by) {
    return switch (by) {
      case CHANNEL -> "''";
      case CAMPAIGN -> "coalesce(f.attribution_campaign, '')";
      case MARKET -> "f.market";
      case MONTH -> "to_char(f.day, 'YYYY-MM')";
    };
  }

  private static Won won(ResultSet row) throws SQLException {
    return new Won(
        row.getInt("rule"),
        row.getString("value"),
        row.getInt("lived"),
        row.getBoolean("year_old"),
        row.getInt("month"),
        row.getBoolean("in_first_year"),
        row.getBoolean("on_first_day"),
        row.getLong("customers"),
        row.getBigDecimal("net"));
  }

  /** Customers that come sorted by where they belong. */
  private static final class Batch {
    private final BiConsumer<Place, Collection<UUID>> some;
    private final List<UUID> customers = new ArrayList<>();
    private Place place = new Place(-1, "");

    private Batch(BiConsumer<Place, Collection<UUID>> some) {
      this.some = some;
    }

    private void add(ResultSet row) throws SQLException {
      var next = new Place(row.getInt("rule"), row.getString("value"));
      if (!next.equals(place) || customers.size() == SOME) {
        flush();
        place = next;
      }
      customers.add(row.getObject("customer_id", UUID.class));
    }

    private void flush() {
      if (!customers.isEmpty()) {
        some.accept(place, List.copyOf(customers));
        customers.clear();
      }
    }
  }

  private static final String FIRSTS =
      """
      with ranked as (
        select i.tenant_id, i.customer_id, v.first_day, f.source_id, %s as rule, %s as value,
          row_number() over (partition by i.customer_id order by f.at, f.source_id) as place
        from customer_value v join identity i using (tenant_id, customer_id)
          join fact f using (tenant_id, identity_id)
        where v.tenant_id = ? and v.frequency > 0 and v.first_day between ? and ?
          and f.counted and f.day = v.first_day
      ), firsts as (select * from ranked where place = 1)
      """;

  private static final String WON =
      """
      select w.rule, w.value, least((?::date - w.first_day) / 30, 24) as lived,
        ?::date - w.first_day >= 365 as year_old,
        least(greatest(f.day - w.first_day, 0) / 30, 24) as month,
        f.day - w.first_day < 365 as in_first_year,
        f.counted and f.day = w.first_day as on_first_day,
        count(*) filter (where f.source_id = w.source_id) as customers,
        sum(f.gross - f.returned) as net
      from firsts w join identity i using (tenant_id, customer_id)
        join fact f using (tenant_id, identity_id)
      where f.tenant_id = ? and f.gross is not null and f.day <= ?
      group by 1, 2, 3, 4, 5, 6, 7""";

  private static final String EACH =
      "select rule, value, customer_id from firsts order by rule, value";

  private static final String REVENUE =
      """
      with spent as (
        select to_char(f.day, 'YYYY-MM') as month, i.customer_id,
          bool_or(f.counted and f.day = v.first_day) as won, bool_or(f.counted) as ordered,
          sum(f.gross - f.returned) filter (where f.counted and f.day = v.first_day) as acquired,
          sum(f.gross - f.returned) as net
        from fact f join identity i using (tenant_id, identity_id)
          join customer_value v using (tenant_id, customer_id)
        where f.tenant_id = ? and f.day between ? and ? and f.gross is not null and v.frequency > 0
        group by 1, 2
      )
      select month, count(*) filter (where won) as won,
        count(*) filter (where ordered and not won) as returning,
        coalesce(sum(acquired), 0) as acquired, sum(net) - coalesce(sum(acquired), 0) as retained
      from spent group by month order by month""";
}
