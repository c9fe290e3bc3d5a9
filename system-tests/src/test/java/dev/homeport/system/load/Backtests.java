package dev.homeport.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.local.Databases;
import dev.homeport.local.Service;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * P9: a draft with tiers and an expiry, tried on a million orders of three years beside the
 * programme as it is; before that on a tenth of them, which shows what memory and each order cost
 * as they grow. The orders are written straight into the journal of loyalty-service: a quarter of a
 * million members, of whom some have thousands of orders and most two or three.
 */
final class Backtests implements Measurement {
  private static final int ALL = 1_000_000;
  private static final int SOME = 100_000;
  private static final double SECONDS = 60;
  private static final long MIB = 1 << 20;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final String DRAFT =
      """
      {"document": {"key": "points", "tolerance": "0.5", "rounding": "floor",
       "currencies": {"EUR": {"earn": "1", "burn": "0.01", "reference": "1"}},
       "rules": [{"key": "base", "points": {"type": "rate"}},
         {"key": "silver", "when": "member.tier == 'silver'",
          "points": {"type": "multiply", "factor": "1.5"}}],
       "expiry": {"type": "rolling", "months": 12, "until": "month"},
       "tiers": {"basis": "spend", "period": {"type": "rolling", "months": 12},
         "up": "at-once", "down": "to-fit", "levels": [{"key": "silver", "from": "200"}]}}}""";

  @Override
  public String goal() {
    return "P9";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    String programmes = url(bench) + "/v1/programmes";
    JsonNode first = Web.get(programmes, bench.shop().token()).expect(200).json();
    String programme = programmes + "/" + first.at("/items/0/id").asText();
    int version = post(bench, programme + "/versions", DRAFT, 201).path("number").asInt();
    long some = write(bench, 0, SOME);
    var rows = new ArrayList<Row>();
    tried(bench, programme, version, some); // nobody looks at the first
    rows.add(tried(bench, programme, version, some));
    long all = write(bench, SOME, ALL);
    for (int round = 0; round < bench.settings().rounds(); round++) {
      rows.add(tried(bench, programme, version, all));
    }
    return rows;
  }

  private Row tried(Bench bench, String programme, int version, long orders) {
    var process = bench.suite().service(Service.LOYALTY).process();
    long before = ResidentMemory.of(process);
    Usage used = Usage.of(bench.suite());
    try (var memory = ResidentMemory.watch(process)) {
      long begun = System.nanoTime();
      String body = "{\"version\": %d}".formatted(version);
      String job = post(bench, programme + "/backtests", body, 202).path("id").asText();
      JsonNode ended = ended(bench, url(bench) + "/v1/loyalty-service/jobs/" + job);
      double seconds = (System.nanoTime() - begun) / 1e9;
      long events = ended.at("/result/events").asLong();
      return Row.of(
              goal(),
              "backtest of %,d orders of %,d members, with tiers and beside the programme as it is"
                  .formatted(events, ended.at("/result/members").asLong()))
          .measured(
              String.format(
                  Locale.ROOT,
                  "%.1f s; loyalty-service at most %,d MiB, %,d before",
                  seconds,
                  memory.highest() / MIB,
                  before / MIB))
          .goal("<= 60 s a million", seconds * ALL / orders <= SECONDS)
          .usage(Usage.of(bench.suite()).since(used).per(events))
          .errors(events == orders ? Map.of() : Map.of("orders not tried", orders - events));
    }
  }

  private static JsonNode ended(Bench bench, String job) {
    Instant limit = Instant.now().plus(LONGEST);
    JsonNode state = Web.get(job, bench.shop().token()).expect(200).json();
    while (!state.hasNonNull("finishedAt") && Instant.now().isBefore(limit)) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      state = Web.get(job, bench.shop().token()).expect(200).json();
    }
    return state;
  }

  private static JsonNode post(Bench bench, String url, String body, int expected) {
    return Web.send(
            Web.request(url, bench.shop().token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "p9-" + System.nanoTime())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build())
        .expect(expected)
        .json();
  }

  /** Says how many there are then: other measurements leave some too. */
  private static long write(Bench bench, int from, int until) throws SQLException {
    try (var connection = bench.database(Databases.LOYALTY.name())) {
      try (var statement = connection.prepareStatement(ORDERS)) {
        statement.setObject(1, bench.shop().tenant());
        statement.setInt(2, from);
        statement.setInt(3, until - 1);
        statement.executeUpdate();
      }
      try (var statement = connection.prepareStatement(MEMBERS)) {
        statement.setObject(1, bench.shop().tenant());
        statement.executeUpdate();
      }
      try (var statement = connection.createStatement()) {
        statement.execute("vacuum (analyze) journal");
        statement.execute("vacuum (analyze) identity");
      }
      Bench.say("  %,d orders written", until);
      try (var statement = connection.prepareStatement(COUNT)) {
        statement.setObject(1, bench.shop().tenant());
        try (var rows = statement.executeQuery()) {
          rows.next();
          return rows.getLong(1);
        }
      }
    }
  }

  private static String url(Bench bench) {
    return "http://127.0.0.1:" + bench.port(Service.LOYALTY);
  }

  /** Of member m there are about as many orders as {@code 1000 / sqrt(m)}, in the order of time. */
  private static final String ORDERS =
      """
      insert into journal (tenant_id, identity_id, sequence, kind, fact_id, revision, effective_at,
        recorded_at, fact)
      select o.tenant_id, o.identity_id, o.n, 'order', o.fact_id, 1, o.at, o.at,
        jsonb_build_object('id', o.fact_id, 'identityId', o.identity_id, 'revision', 1,
          'channel', 'shop-de', 'market', (array['DE', 'AT', 'FR'])[1 + o.n % 3], 'country', 'DE',
          'placedAt', to_char(o.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'status', 'delivered', 'currency', 'EUR', 'total', (o.price * 2 + 16.89)::text,
          'returned', '0', 'lines', jsonb_build_array(
            jsonb_build_object('lineNo', 1, 'sku', 'MUG-' || o.n % 977, 'category', 'kitchen',
              'kind', 'PRODUCT', 'quantity', '2', 'unitPrice', o.price::text, 'discount', '0',
              'tax', '3.19', 'returnedQuantity', '0'),
            jsonb_build_object('lineNo', 2, 'sku', 'BEAN-' || o.n % 97, 'category', 'coffee',
              'kind', 'PRODUCT', 'quantity', '1', 'unitPrice', '8.90', 'discount', '1', 'tax',
              '0.90', 'returnedQuantity', '0'),
            jsonb_build_object('lineNo', 3, 'sku', 'POST', 'kind', 'SHIPPING', 'quantity', '1',
              'unitPrice', '4.90', 'discount', '0', 'tax', '0', 'returnedQuantity', '0')))
      from (
        select t.id as tenant_id, md5('p9 member ' || floor(250000 * u * u)::int)::uuid as identity_id,
          md5('p9 order ' || n)::uuid as fact_id, n, 5 + n % 83 + 0.99 as price,
          timestamptz '2023-11-01T00:00:00Z' + n * interval '94 seconds' as at
        from (select ?::uuid as id) t, generate_series(?::int, ?::int) n,
          lateral (select (n * 2654435761 % 4294967296) / 4294967296.0 as u) r) o""";

  private static final String COUNT = "select count(*) from journal where tenant_id = ?";

  private static final String MEMBERS =
      """
      insert into identity (tenant_id, identity_id, customer_id, journal_length)
      select tenant_id, identity_id, identity_id, count(*) from journal
      where tenant_id = ? group by tenant_id, identity_id
      on conflict (tenant_id, identity_id) do update set journal_length = excluded.journal_length""";
}
