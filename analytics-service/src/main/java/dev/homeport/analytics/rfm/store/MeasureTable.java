package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.CustomerMeasures;
import dev.homeport.analytics.rfm.DayClose;
import dev.homeport.analytics.rfm.Measures;
import dev.homeport.analytics.rfm.Population;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Scope;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.analytics.rfm.Snapshots.Seen;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Reads measures: those of the whole history from the values of customers, all others from the
 * facts. The tenant is named beside the policy of the tables, so that the planner can tell how much
 * it has.
 */
@ApplicationScoped
class MeasureTable implements CustomerMeasures {
  private static final LocalDate EVER = LocalDate.of(1, 1, 1);

  private final Database database;
  private final CurrentTenant tenant;
  private final Clock clock;

  MeasureTable(Database database, CurrentTenant tenant, Clock clock) {
    this.database = database;
    this.tenant = tenant;
    this.clock = clock;
  }

  /** The day that it is for the tenant. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), tenant.settings().timeZone());
  }

  @Override
  public Optional<Placed> now(Scheme scheme, UUID customer) {
    Scoring scoring = scheme.scoring();
    if (scoring.wholeHistory()) {
      return database.find(
          PLACED,
          to -> to.tenant().text(scoring.key()).uuid(customer),
          row -> placed(Measured.read(row), row));
    }
    String sql = facts(scoring, "", "and i.customer_id = ?");
    return database
        .find(sql, to -> bind(to, scoring, today()).uuid(customer), Measured::read)
        .flatMap(measured -> placed(measured, scoring, customer));
  }

  @Override
  public Optional<Measures> asOf(Scheme scheme, UUID customer, LocalDate day) {
    return database
        .find(
            facts(scheme.scoring(), "and f.day <= ?", "and i.customer_id = ?"),
            to -> bind(to, scheme.scoring(), day).date(day).uuid(customer),
            Measured::read)
        .map(Measured::measures);
  }

  /** Everybody who is scored, counting windows up to a day. */
  void now(Scoring scoring, LocalDate day, Consumer<Measured> each) {
    if (scoring.wholeHistory()) {
      database.each(
          VALUES.formatted(""), Parameters::tenant, row -> each.accept(Measured.read(row)));
    } else {
      database.each(
          facts(scoring, "", ""),
          to -> bind(to, scoring, day),
          row -> each.accept(Measured.read(row)));
    }
  }

  /** Those of these customers who are scored, counting windows up to a day. */
  void now(Scoring scoring, LocalDate day, Collection<UUID> customers, Consumer<Measured> each) {
    if (scoring.wholeHistory()) {
      database.each(
          VALUES.formatted("and customer_id = any(?::uuid[])"),
          to -> to.tenant().texts(customers),
          row -> each.accept(Measured.read(row)));
    } else {
      database.each(
          facts(scoring, "", "and i.customer_id = any(?::uuid[])"),
          to -> bind(to, scoring, day).texts(customers),
          row -> each.accept(Measured.read(row)));
    }
  }

  /** Everybody, as they are now. */
  Population population(Scheme scheme) {
    var population = new Population.Builder();
    now(scheme.scoring(), today(), one -> add(population, one));
    return population.build();
  }

  /** Everybody, as they were at the end of a day. */
  Population population(Scheme scheme, LocalDate day) {
    var population = new Population.Builder();
    database.each(
        facts(scheme.scoring(), "and f.day <= ?", ""),
        to -> bind(to, scheme.scoring(), day).date(day),
        row -> add(population, Measured.read(row)));
    return population.build();
  }

  /** Everybody who had ordered by the end of a day, also those who were not scored then. */
  DayClose close(Scheme scheme, LocalDate day) {
    var close = new DayClose();
    LocalDate low = low(scheme.scoring(), day).orElse(EVER);
    database.each(
        CLOSE.formatted(scope(scheme.scoring())),
        to -> code(to.date(low).date(low).date(low).tenant().date(day), scheme.scoring()),
        row ->
            close.add(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getLong(3),
                row.getBigDecimal(4)));
    return close;
  }

  /** Customers who have been heard of. */
  long known() {
    return database
        .find(
            "select count(distinct customer_id) from identity where tenant_id = ?",
            Parameters::tenant,
            row -> row.getLong(1))
        .orElse(0L);
  }

  private Optional<Placed> placed(Measured measured, Scoring scoring, UUID customer) {
    return database.find(
        "select s.group_key, s.previous_group, s.since, c.fingerprint, c.version" + WRITTEN,
        to -> to.tenant().text(scoring.key()).uuid(customer),
        row -> placed(measured, row));
  }

  private static Placed placed(Measured measured, ResultSet row) throws SQLException {
    String fingerprint = row.getString("fingerprint");
    return new Placed(
        measured.measures(),
        row.getObject("since") == null ? Optional.empty() : Optional.of(written(row)),
        fingerprint == null
            ? Optional.empty()
            : Optional.of(new Seen(fingerprint, row.getLong("version"))));
  }

  private static Written written(ResultSet row) throws SQLException {
    return new Written(
        Optional.ofNullable(row.getString("group_key")),
        Optional.ofNullable(row.getString("previous_group")),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }

  private static void add(Population.Builder population, Measured one) {
    population.add(one.day(), one.frequency(), one.monetary());
  }

  private static String facts(Scoring scoring, String until, String customers) {
    String since = scoring.windowDays().isPresent() ? "and f.day > ?" : "";
    return FACTS.formatted(scope(scoring), since, until, customers);
  }

  private static Parameters bind(Parameters to, Scoring scoring, LocalDate day)
      throws SQLException {
    code(to.tenant(), scoring);
    Optional<LocalDate> low = low(scoring, day);
    return low.isPresent() ? to.date(low.get()) : to;
  }

  /** The last day that is too old. */
  private static Optional<LocalDate> low(Scoring scoring, LocalDate day) {
    return scoring.windowDays().isPresent()
        ? Optional.of(day.minusDays(scoring.windowDays().getAsInt()))
        : Optional.empty();
  }

  private static String scope(Scoring scoring) {
    return switch (scoring.scope()) {
      case Scope.Tenant _ -> "";
      case Scope.Market _ -> "and f.market = ?";
      case Scope.Channel _ -> "and f.channel = ?";
    };
  }

  private static Parameters code(Parameters to, Scoring scoring) throws SQLException {
    return switch (scoring.scope()) {
      case Scope.Tenant _ -> to;
      case Scope.Market market -> to.text(market.code());
      case Scope.Channel channel -> to.text(channel.code());
    };
  }

  private static final String VALUES =
      """
      select customer_id, last_day - date 'epoch', frequency, net, last_day - date 'epoch'
      from customer_value where tenant_id = ? and frequency > 0 %s""";

  /** What was written of one customer by a scoring; one row, also where nothing was. */
  private static final String WRITTEN =
      """

      from (select ?::uuid as tenant_id, ?::text as scoring, ?::uuid as customer_id) q
        left join customer_score s using (tenant_id, scoring, customer_id)
        left join cut_points c
          on c.tenant_id = q.tenant_id and c.scoring = q.scoring and not c.removed""";

  private static final String PLACED =
      """
      select v.customer_id, v.last_day - date 'epoch', v.frequency, v.net, v.last_day - date 'epoch',
        s.group_key, s.previous_group, s.since, c.fingerprint, c.version"""
          + WRITTEN
          + """

        join customer_value v on v.tenant_id = q.tenant_id and v.customer_id = q.customer_id
      where v.frequency > 0""";

  private static final String FACTS =
      """
      select i.customer_id, max(f.day) filter (where f.counted) - date 'epoch',
        count(*) filter (where f.counted), sum(f.gross - f.returned), min(f.day) - date 'epoch'
      from fact f join identity i using (tenant_id, identity_id)
      where f.tenant_id = ? and f.gross is not null %s %s %s %s
      group by i.customer_id
      having count(*) filter (where f.counted) > 0""";

  private static final String CLOSE =
      """
      select i.customer_id,
        coalesce(max(f.day) filter (where f.counted and f.day > ?) - date 'epoch', 0),
        count(*) filter (where f.counted and f.day > ?),
        coalesce(sum(f.gross - f.returned) filter (where f.day > ?), 0)
      from fact f join identity i using (tenant_id, identity_id)
      where f.tenant_id = ? and f.gross is not null and f.day <= ? %s
      group by i.customer_id
      having count(*) filter (where f.counted) > 0""";
}
