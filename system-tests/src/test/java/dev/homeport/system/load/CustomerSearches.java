package dev.homeport.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.local.Databases;
import dev.homeport.local.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * P12: customers found by what staff know of them, among a million. Thirty thousand of them are
 * imported, which is measured too; the others are only rows that can be found, without anything
 * under a key, written straight into the tables.
 */
final class CustomerSearches implements Measurement {
  private static final int ALL = 1_000_000;
  private static final int IMPORTED = 30_000;
  private static final int CHUNK = 10_000;
  private static final int PER_SECOND = 50;
  private static final int FEW_PER_SECOND = 3;
  private static final int WARM = 8;
  private static final double P99_MILLIS = 50;
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(5);
  private static final Duration GLANCE = Duration.ofSeconds(1);

  /** What a search is called, its query for one of the people, and how many are sent a second. */
  private record Search(String name, int perSecond, Function<People.One, String> query) {
    Search(String name, Function<People.One, String> query) {
      this(name, PER_SECOND, query);
    }
  }

  private static final List<Search> SEARCHES =
      List.of(
          new Search("e-mail", one -> "email=" + one.email()),
          new Search("telephone", one -> "phone=%2B" + one.phone().substring(1)),
          new Search("three letters of a name", one -> "name=" + one.family().substring(0, 3)),
          new Search("one letter of a name", one -> "name=" + one.given().charAt(0)),
          new Search("a whole name", one -> "name=" + one.given() + "%20" + one.family()),
          new Search(
              "a misspelt name",
              FEW_PER_SECOND,
              one -> "similarTo=" + one.misspelt().replace(" ", "%20")));

  @Override
  public String goal() {
    return "P12";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    var rows = new ArrayList<Row>();
    rows.add(imported(bench));
    rows.add(lookedAt(bench));
    write(bench);
    bench.calm();
    for (Search search : SEARCHES) {
      rows.add(searched(bench, search));
    }
    return rows;
  }

  private Row imported(Bench bench) throws Exception {
    Path file = bench.output().resolve("customers.ndjson.gz");
    People.write(file, IMPORTED);
    Instant begun = Instant.now();
    String job = Imports.submit(bench, Service.CUSTOMER, "/v1/customer-imports", file);
    JsonNode done = Imports.await(bench, job, state -> state.hasNonNull("finishedAt"));
    Files.delete(file);
    Duration took = Duration.between(begun, Instant.parse(done.get("finishedAt").asText()));
    long refused = IMPORTED - done.at("/result/new").asLong();
    return Row.of(goal(), "import of %,d customers".formatted(IMPORTED))
        .measured(String.format(Locale.ROOT, "%,.0f /s", IMPORTED / (took.toNanos() / 1e9)))
        .errors(refused == 0 ? Map.of() : Map.of("not imported", refused));
  }

  /** Whether they are known under another name is looked for beside and after the import. */
  private Row lookedAt(Bench bench) throws SQLException {
    long left = waiting(bench);
    long begun = System.nanoTime();
    Instant limit = Instant.now().plus(LONGEST_LOOK);
    long now = left;
    while (now > 0 && Instant.now().isBefore(limit)) {
      LockSupport.parkNanos(GLANCE.toNanos());
      now = waiting(bench);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    return Row.of(goal(), "customers looked at for a match, after the import")
        .measured(
            String.format(
                Locale.ROOT, "%,.0f /s of %,d that were waiting", (left - now) / seconds, left))
        .errors(now == 0 ? Map.of() : Map.of("still waiting", now));
  }

  private static void write(Bench bench) throws SQLException {
    try (var connection = bench.database(Databases.CUSTOMER.name());
        var statement = connection.prepareStatement(WRITE)) {
      for (int from = IMPORTED; from < ALL; from += CHUNK) {
        List<People.One> chunk = IntStream.range(from, from + CHUNK).mapToObj(People::one).toList();
        Object[] ids = chunk.stream().map(_ -> UUID.randomUUID()).toArray();
        statement.setArray(1, connection.createArrayOf("uuid", ids));
        statement.setArray(2, texts(connection, chunk, People.One::given));
        statement.setArray(3, texts(connection, chunk, People.One::family));
        statement.setArray(4, texts(connection, chunk, People.One::email));
        statement.setArray(5, texts(connection, chunk, People.One::phone));
        statement.setObject(6, bench.shop().tenant());
        statement.executeUpdate();
      }
    }
    try (var connection = bench.database(Databases.CUSTOMER.name());
        var statement = connection.createStatement()) {
      statement.execute("vacuum (analyze) customer, search_value");
    }
    Bench.say("  %,d more written", ALL - IMPORTED);
  }

  private static Array texts(
      Connection connection, List<People.One> people, Function<People.One, String> text)
      throws SQLException {
    return connection.createArrayOf("text", people.stream().map(text).toArray());
  }

  private static final String WRITE =
      """
      with person as materialized (
        select p.*, t.id as tenant_id
        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
            as p(id, given, family, email, phone),
          (select ?::uuid as id) t),
      made as (
        insert into customer
          (tenant_id, id, revision, home_channel, country, created_at, updated_at)
        select tenant_id, id, 1, 'shop-load', 'DE', clock_timestamp(), clock_timestamp()
        from person)
      insert into search_value (tenant_id, kind, value, customer_id)
      select p.tenant_id, v.kind, v.value, p.id from person p,
        lateral (values ('name', given || ' ' || family), ('name', family), ('name', given),
          ('email', email), ('phone', phone)) as v(kind, value)
      on conflict do nothing""";

  private static long waiting(Bench bench) throws SQLException {
    try (var connection = bench.database(Databases.CUSTOMER.name());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from match_queue")) {
      row.next();
      return row.getLong(1);
    }
  }

  private Row searched(Bench bench, Search search) {
    var random = new Random(1);
    Target target =
        bench.target(
            Service.CUSTOMER,
            () ->
                Request.get(
                    "/v1/customers?limit=20&"
                        + search.query().apply(People.one(random, IMPORTED))));
    if (search == SEARCHES.getFirst()) {
      bench.warmUp(target, WARM);
    }
    bench.open(target, search.perSecond());
    var trials = new ArrayList<Trial>();
    for (int round = 0; round < bench.settings().rounds(); round++) {
      trials.add(bench.open(target, search.perSecond()));
    }
    var latencies = Trial.latencies(trials);
    double p99 = Latencies.millis(latencies, 99);
    return Row.of(goal(), "search by %s among %,d customers".formatted(search.name(), ALL))
        .measured(String.format(Locale.ROOT, "p99 %.1f ms at %d /s", p99, search.perSecond()))
        .goal("p99 <= 50 ms", p99 <= P99_MILLIS)
        .latencies(latencies)
        .usage(Trial.median(trials, Trial::perSecond).usagePerRequest())
        .errors(Trial.faults(trials));
  }
}
