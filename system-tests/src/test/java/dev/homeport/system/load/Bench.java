package dev.homeport.system.load;

import dev.homeport.local.Databases;
import dev.homeport.local.Service;
import dev.homeport.local.Suite;
import dev.homeport.system.load.Measurement.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The running suite, the shop that uses it, and the generator: what measurements stand on. */
final class Bench implements AutoCloseable {
  private static final List<Service> CONSUMERS =
      List.of(Service.CUSTOMER, Service.ANALYTICS, Service.LOYALTY);
  private static final Duration CALM_LIMIT = Duration.ofMinutes(10);
  private static final int WARM_UPS = 8;
  private static final double GAIN = 1.1;
  private static final Duration GLANCE = Duration.ofMillis(200);

  private final LoadSettings settings;
  private final Path output;
  private final Generator generator = new Generator();
  private final TinyUpstream tiny;
  private Stage stage = Stage.WHOLE_SUITE;
  private Suite suite;
  private Shop shop;

  private Bench(LoadSettings settings, Path output, TinyUpstream tiny, Suite suite) {
    this.settings = settings;
    this.output = output;
    this.tiny = tiny;
    this.suite = suite;
    this.shop = Shop.open(suite.settings().ports());
  }

  /** Starts the suite on an empty data directory, PostgreSQL waiting for the disk. */
  static Bench start(LoadSettings settings, Path output) throws IOException {
    var tiny = new TinyUpstream();
    var usual = Suite.Settings.forTest(output.resolve("suite"));
    var suite =
        Suite.start(
            new Suite.Settings(
                usual.data(),
                usual.ports(),
                usual.lifetime(),
                usual.durable(),
                tiny.behindTheGateway()),
            (part, after) -> say("%s ready after %d ms", part, after.toMillis()));
    return new Bench(settings, output, tiny, suite);
  }

  LoadSettings settings() {
    return settings;
  }

  /** Where the report and its charts go. */
  Path output() {
    return output;
  }

  Suite suite() {
    return suite;
  }

  Shop shop() {
    return shop;
  }

  Generator generator() {
    return generator;
  }

  TinyUpstream tiny() {
    return tiny;
  }

  int port(Service service) {
    return suite.settings().ports().of(service);
  }

  /** A service asked with the shop's token. */
  Target target(Service service, Supplier<Request> requests) {
    return new Target(port(service), shop.token(), requests);
  }

  /** A connection that sees everything. */
  Connection database(String name) throws SQLException {
    return DriverManager.getConnection(
        suite.postgres().jdbcUrl(name) + "?user=postgres&reWriteBatchedInserts=true");
  }

  /**
   * Trials that nobody looks at, until two in a row are not clearly faster than the best before:
   * one may be slow because the services are still being compiled.
   */
  void warmUp(Target target, int connections) {
    double best = 0;
    for (int trial = 0, stale = 0; trial < WARM_UPS && stale < 2; trial++) {
      double rate = generator.closed(target, connections, settings.warmUp()).perSecond();
      say("  warming up: %.0f /s", rate);
      stale = rate < best * GAIN ? stale + 1 : 0;
      best = Math.max(best, rate);
    }
  }

  /** A closed loop of the usual length. */
  Trial closed(Target target, int connections) {
    return timed(() -> generator.closed(target, connections, settings.trial()));
  }

  /** An open loop of the usual length. */
  Trial open(Target target, int perSecond) {
    return timed(() -> generator.open(target, perSecond, settings.trial()));
  }

  /** Runs a trial and adds what it took of the processors. */
  Trial timed(Supplier<Trial> trial) {
    Usage before = Usage.of(suite);
    Trial done = trial.get();
    Trial timed = done.with(Usage.of(suite).since(before));
    say(
        "  %.0f /s, %s ms, faults %s",
        timed.perSecond(), Latencies.words(timed.latencies()), timed.faults());
    return timed;
  }

  /** Stops and starts the suite on the data that it has, and says how long the start took. */
  Duration restart() {
    suite.close();
    suite = Suite.start(suite.settings(), (_, _) -> {});
    return suite.startup();
  }

  /** Stops or starts the services that take orders' events. */
  void enter(Stage wanted) {
    if (wanted != stage) {
      say("-- %s", wanted.words());
      for (Service service : CONSUMERS) {
        switch (wanted) {
          case INTAKE_ALONE -> suite.service(service).close();
          case WHOLE_SUITE -> suite.start(service);
        }
      }
      stage = wanted;
    }
  }

  /**
   * Waits until nothing is left over from the trial before.
   *
   * @throws IllegalStateException when that takes too long: what comes next could not be compared
   */
  void calm() throws SQLException, ExecutionException, InterruptedException {
    Instant limit = Instant.now().plus(CALM_LIMIT);
    try (var kafka = new Kafka(suite.kafka().bootstrapServers())) {
      while (!(sent() && (stage == Stage.INTAKE_ALONE || kafka.lag() == 0))) {
        if (Instant.now().isAfter(limit)) {
          throw new IllegalStateException("There is still a backlog after " + CALM_LIMIT);
        }
        LockSupport.parkNanos(GLANCE.toNanos());
      }
    }
  }

  private boolean sent() throws SQLException {
    for (var database : Databases.ALL) {
      try (var connection = database(database.name());
          var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "select exists (select from outbox) or exists (select from outbox_latest)")) {
        row.next();
        if (row.getBoolean(1)) {
          return false;
        }
      }
    }
    return true;
  }

  static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  @Override
  public void close() {
    suite.close();
    tiny.close();
    generator.close();
  }
}
