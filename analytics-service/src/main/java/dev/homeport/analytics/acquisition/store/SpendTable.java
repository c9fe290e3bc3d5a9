package dev.homeport.analytics.acquisition.store;

import dev.homeport.analytics.acquisition.AcquisitionAxis;
import dev.homeport.analytics.acquisition.Spend;
import dev.homeport.analytics.acquisition.SpendBook;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Spend by month; what belongs to no campaign or market has an empty one. */
@ApplicationScoped
class SpendTable implements SpendBook {
  private final Database database;

  SpendTable(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Spend> find(Spend.Key key) {
    return database.find(
        """
        select * from marketing_spend
        where month = ? and channel = ? and campaign = ? and market = ?""",
        to ->
            to.date(key.month().atDay(1))
                .text(key.channel())
                .text(key.campaign().orElse(""))
                .text(key.market().orElse("")),
        SpendTable::spend);
  }

  @Override
  public void put(Spend spend) {
    Spend.Key key = spend.key();
    if (spend.amount().signum() == 0) {
      database.update(
          """
          delete from marketing_spend
          where month = ? and channel = ? and campaign = ? and market = ?""",
          to ->
              to.date(key.month().atDay(1))
                  .text(key.channel())
                  .text(key.campaign().orElse(""))
                  .text(key.market().orElse("")));
      return;
    }
    database.update(
        PUT,
        to ->
            to.tenant()
                .date(key.month().atDay(1))
                .text(key.channel())
                .text(key.campaign().orElse(""))
                .text(key.market().orElse(""))
                .text(spend.amount().toPlainString())
                .text(spend.currency().getCurrencyCode())
                .text(spend.rate().toPlainString())
                .text(spend.reporting().toPlainString())
                .instant(spend.statedAt()));
  }

  @Override
  public List<Spend> list(
      YearMonth from,
      YearMonth to,
      Optional<String> channel,
      Optional<Spend.Key> after,
      int limit) {
    String sql =
        "select * from marketing_spend where month between ? and ?"
            + (channel.isPresent() ? " and channel = ?" : "")
            + (after.isPresent() ? AFTER : "")
            + " order by month desc, channel, campaign, market limit ?";
    return database.list(
        sql,
        p -> {
          p.date(from.atDay(1)).date(to.atDay(1));
          if (channel.isPresent()) {
            p.text(channel.get());
          }
          if (after.isPresent()) {
            Spend.Key key = after.get();
            p.date(key.month().atDay(1))
                .date(key.month().atDay(1))
                .text(key.channel())
                .text(key.campaign().orElse(""))
                .text(key.market().orElse(""));
          }
          p.number(limit);
        },
        SpendTable::spend);
  }

  @Override
  public List<Sum> sums(AcquisitionAxis by, YearMonth from, YearMonth to) {
    String value =
        switch (by) {
          case CHANNEL -> "''";
          case CAMPAIGN -> "campaign";
          case MARKET -> "market";
          case MONTH -> "to_char(month, 'YYYY-MM')";
        };
    return database.list(
        "select channel, %s, sum(reporting_amount) from marketing_spend".formatted(value)
            + " where month between ? and ? group by 1, 2",
        p -> p.date(from.atDay(1)).date(to.atDay(1)),
        row -> new Sum(row.getString(1), row.getString(2), row.getBigDecimal(3)));
  }

  private static Spend spend(ResultSet row) throws SQLException {
    return new Spend(
        new Spend.Key(
            YearMonth.from(row.getObject("month", LocalDate.class)),
            row.getString("channel"),
            Optional.of(row.getString("campaign")).filter(text -> !text.isEmpty()),
            Optional.of(row.getString("market")).filter(text -> !text.isEmpty())),
        row.getBigDecimal("amount"),
        Currency.getInstance(row.getString("currency")),
        row.getBigDecimal("rate"),
        row.getBigDecimal("reporting_amount"),
        row.getObject("stated_at", OffsetDateTime.class).toInstant());
  }

  private static final String AFTER =
      " and (month < ? or (month = ? and (channel, campaign, market) > (?, ?, ?)))";

  private static final String PUT =
      """
      insert into marketing_spend (tenant_id, month, channel, campaign, market, amount, currency,
        rate, reporting_amount, stated_at)
      values (?, ?, ?, ?, ?, ?::numeric, ?, ?::numeric, ?::numeric, ?)
      on conflict (tenant_id, month, channel, campaign, market) do update set
        amount = excluded.amount, currency = excluded.currency, rate = excluded.rate,
        reporting_amount = excluded.reporting_amount, stated_at = excluded.stated_at""";
}
