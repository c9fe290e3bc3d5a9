package dev.homeport.order.currency.store;

import dev.homeport.order.currency.Conversion;
import dev.homeport.order.currency.KnownRates;
import dev.homeport.order.currency.Quote;
import dev.homeport.order.currency.RateDay;
import dev.homeport.order.currency.Rates;
import dev.homeport.order.currency.ReferenceRates;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reference rates in PostgreSQL. */
@ApplicationScoped
class RateTable implements ReferenceRates {
  private static final String EURO = "EUR";

  private final Database database;

  RateTable(Database database) {
    this.database = database;
  }

  @Override
  public Rates into(Currency reporting, Set<Quote> quotes) {
    Set<Quote> foreign =
        quotes.stream()
            .filter(quote -> !quote.currency().equals(reporting))
            .collect(Collectors.toSet());
    Map<Quote, Conversion> found = new HashMap<>(lookUp(reporting, foreign));
    foreign.removeAll(found.keySet());
    if (!foreign.isEmpty()) {
      lock("pg_advisory_xact_lock_shared");
      found.putAll(lookUp(reporting, foreign));
    }
    return new KnownRates(reporting, found);
  }

  @Override
  public void closeUpdate() {
    lock("pg_advisory_xact_lock");
  }

  private void lock(String function) {
    database.list(
        "select " + function + "(hashtextextended('exchange-rates' || ?::uuid, 0))",
        Parameters::tenant,
        _ -> true);
  }

  @Override
  public int put(Collection<RateDay> days) {
    record Cell(LocalDate day, String currency, BigDecimal perEuro) {}
    List<Cell> cells = new ArrayList<>();
    for (RateDay day : days) {
      cells.add(new Cell(day.day(), EURO, BigDecimal.ONE));
      day.perEuro().forEach((code, rate) -> cells.add(new Cell(day.day(), code, rate)));
    }
    return database.update(
        UPSERT,
        to ->
            to.tenant()
                .texts(cells, Cell::day)
                .texts(cells, Cell::currency)
                .decimals(cells, Cell::perEuro));
  }

  private Map<Quote, Conversion> lookUp(Currency reporting, Set<Quote> quotes) {
    if (quotes.isEmpty()) {
      return Map.of();
    }
    record Found(Quote quote, Conversion conversion) {}
    return database
        .list(
            LOOK_UP,
            to ->
                to.texts(quotes, Quote::day)
                    .texts(quotes, Quote::currency)
                    .text(reporting.getCurrencyCode())
                    .tenant()
                    .number(DAYS_VALID),
            row -> {
              Currency from = Currency.getInstance(row.getString("currency"));
              return new Found(
                  new Quote(row.getObject("day", LocalDate.class), from),
                  new Conversion(
                      from,
                      reporting,
                      row.getBigDecimal("from_per_euro"),
                      row.getBigDecimal("to_per_euro"),
                      row.getObject("published", LocalDate.class)));
            })
        .stream()
        .collect(Collectors.toMap(Found::quote, Found::conversion));
  }

  private static final String LOOK_UP =
      """
      select q.day, q.currency, r.*
      from unnest(?::date[], ?::text[]) q(day, currency)
      cross join lateral (
        select f.day as published, f.per_euro as from_per_euro, t.per_euro as to_per_euro
        from exchange_rate f
        join exchange_rate t on t.tenant_id = f.tenant_id and t.currency = ? and t.day = f.day
        where f.tenant_id = ? and f.currency = q.currency
          and f.day between q.day - ?::integer and q.day
        order by f.day desc limit 1) r""";

  private static final String UPSERT =
      """
      insert into exchange_rate (tenant_id, day, currency, per_euro)
      select ?::uuid, r.* from unnest(?::date[], ?::text[], ?::numeric[]) r(day, currency, per_euro)
      order by currency, day
      on conflict (tenant_id, currency, day) do update set per_euro = excluded.per_euro
      where exchange_rate.per_euro <> excluded.per_euro""";
}
