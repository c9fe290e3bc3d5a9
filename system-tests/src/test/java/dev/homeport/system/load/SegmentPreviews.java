package dev.homeport.system.load;

import dev.homeport.local.Databases;
import dev.homeport.local.Service;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * P8: an expression asked of a million customers, by a preview over REST beside a segment that
 * exists, and as a saved segment until everybody has been looked at. The customers are written
 * straight into the table that segments look at.
 */
final class SegmentPreviews implements Measurement {
  private static final int ALL = 1_000_000;
  private static final double SECONDS = 3;
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(5);
  private static final Map<String, String> EXPRESSIONS =
      Map.of(
          "two attributes", "orders.count >= 3 && orders.net > 400",
          "scores, days and a consent",
              "rfm.fm >= 4 && orders.daysSinceLast > 60 && consents[\"email-marketing\"]",
          "lists", "country in [\"DE\", \"AT\"] && \"vip\" in tags && \"coffee\" in categories");

  @Override
  public String goal() {
    return "P8";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    write(bench);
    var rows = new ArrayList<Row>();
    rows.add(saved(bench));
    for (var expression : EXPRESSIONS.entrySet()) {
      rows.add(previewed(bench, expression.getKey(), expression.getValue()));
    }
    return rows;
  }

  private static void write(Bench bench) throws SQLException {
    try (var connection = bench.database(Databases.ANALYTICS.name())) {
      try (var statement = connection.prepareStatement(WRITE)) {
        statement.setObject(1, bench.shop().tenant());
        statement.setInt(2, ALL);
        statement.executeUpdate();
      }
      try (var statement = connection.createStatement()) {
        statement.execute("vacuum (analyze) segment_subject");
      }
    }
    Bench.say("  %,d customers written", ALL);
  }

  private Row saved(Bench bench) {
    String url = url(bench) + "/v1/segments/load-good";
    long begun = System.nanoTime();
    Web.send(
            request(bench, url + "?announce=false")
                .PUT(
                    Web.body(
                        Map.of(
                            "kind", "dynamic",
                            "name", "Good ones",
                            "expression", "rfm.fm >= 4")))
                .build())
        .expect(201);
    Instant limit = Instant.now().plus(LONGEST_LOOK);
    var segment = Web.get(url, bench.shop().token()).expect(200).json();
    while (!segment.path("settled").asBoolean() && Instant.now().isBefore(limit)) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      segment = Web.get(url, bench.shop().token()).expect(200).json();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    long size = segment.path("size").asLong();
    return Row.of(goal(), "a segment saved, everybody looked at, %,d entered".formatted(size))
        .measured(String.format(Locale.ROOT, "%.1f s for %,d customers", seconds, ALL))
        .errors(segment.path("settled").asBoolean() ? Map.of() : Map.of("not settled", 1L));
  }

  private Row previewed(Bench bench, String what, String expression) {
    preview(bench, expression);
    double[] seconds = new double[bench.settings().rounds()];
    long asked = ALL;
    for (int round = 0; round < seconds.length; round++) {
      long begun = System.nanoTime();
      asked = Math.min(asked, preview(bench, expression));
      seconds[round] = (System.nanoTime() - begun) / 1e9;
    }
    Arrays.sort(seconds);
    double median = seconds[seconds.length / 2];
    return Row.of(goal(), "preview of %s among %,d customers".formatted(what, ALL))
        .measured(String.format(Locale.ROOT, "%.2f s", median))
        .goal("<= 3 s", median <= SECONDS)
        .errors(asked >= ALL ? Map.of() : Map.of("not asked", ALL - asked));
  }

  private static long preview(Bench bench, String expression) {
    return Web.send(
            request(bench, url(bench) + "/v1/segments/preview")
                .POST(Web.body(Map.of("expression", expression, "key", "load-good")))
                .build())
        .expect(200)
        .json()
        .path("population")
        .asLong();
  }

  private static HttpRequest.Builder request(Bench bench, String url) {
    return Web.request(url, bench.shop().token()).header("Content-Type", "application/json");
  }

  private static String url(Bench bench) {
    return "http://127.0.0.1:" + bench.port(Service.ANALYTICS);
  }

  private static final String WRITE =
      """
      insert into segment_subject (tenant_id, customer_id, orders, gross, returned, net, first_day,
        last_day, order_days, order_nets, markets, channels, categories, category_days, products,
        product_days, country, language, tags, consents, consent_ends, r, f, m, fm, rfm_group)
      select t.id, gen_random_uuid(), 1 + n % 7, 100 + n % 900, n % 50, 100 + n % 900 - n % 50,
        current_date - 400 - n % 100, current_date - n % 400,
        array[current_date - n % 400, current_date - 400 - n % 100], array[50, 50 + n % 900],
        array['DE', 'FR'], array['shop-de'], array['coffee', 'kitchen'],
        array[current_date - n % 400, current_date - 400], array['MUG-1', 'BEAN-' || n % 50],
        array[current_date - n % 400, current_date - 400],
        (array['DE', 'AT', 'FR', null])[1 + n % 4], 'de',
        case when n % 10 = 0 then array['vip', 'press'] else '{}' end,
        case when n % 3 = 0 then '{}' else array['email-marketing'] end,
        case when n % 3 = 0 then '{}' else array[null::timestamptz] end,
        1 + n % 5, 1 + n % 4, 1 + n % 3, 1 + n % 5, 'loyal'
      from (select ?::uuid as id) t, generate_series(1, ?::int) n""";
}
