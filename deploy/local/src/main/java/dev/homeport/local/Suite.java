package dev.homeport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The whole suite: PostgreSQL, Kafka, Keycloak and the five services, each a process. Any part can
 * be killed and started again on the same data and port while the others run.
 */
public final class Suite implements AutoCloseable {

  private static final Duration READY_LIMIT = Duration.ofMinutes(3);

  /**
   * How a suite is to run.
   *
   * @param data everything that it writes lies below
   * @param durable whether PostgreSQL waits for the disk; what a crash test must have
   * @param configuration further properties of single services, above the usual ones
   */
  public record Settings(
      Path data,
      Ports ports,
      Lifetime lifetime,
      boolean durable,
      Map<Service, Map<String, String>> configuration) {

    /** A durable suite on free ports that ends with this JVM. */
    public static Settings forTest(Path data) {
      return new Settings(data, Ports.free(), Lifetime.THIS_JVM, true, Map.of());
    }
  }

  /** Hears how the start goes on; called from several threads. */
  @FunctionalInterface
  public interface Progress {

    /** A part is ready, this long after the start of the suite. */
    void ready(String part, Duration after);
  }

  private final Settings settings;
  private final Checkout checkout = Checkout.locate();
  private final Processes processes;
  private final Map<Service, ServiceProcess> services = new ConcurrentHashMap<>();
  private volatile @Nullable PostgresServer postgres;
  private volatile @Nullable KafkaBroker kafka;
  private volatile @Nullable KeycloakServer keycloak;
  private volatile Duration startup = Duration.ZERO;

  private Suite(Settings settings) {
    this.settings = settings;
    this.processes = new Processes(settings.data());
    makeDirectory(checkout.cache());
  }

  /** Starts everything and returns when all of it is ready. */
  public static Suite start(Settings settings, Progress progress) {
    var suite = new Suite(settings);
    suite.requireFreePorts();
    suite.processes.begin(settings.ports());
    try {
      suite.startAll(progress);
    } catch (CompletionException e) {
      suite.close();
      throw e.getCause() instanceof LocalException sentence ? sentence : e;
    }
    return suite;
  }

  /** How it was told to run. */
  public Settings settings() {
    return settings;
  }

  /** How long the first start took, until everything was ready. */
  public Duration startup() {
    return startup;
  }

  /** The running database server. */
  public PostgresServer postgres() {
    return Objects.requireNonNull(postgres);
  }

  /** The running broker. */
  public KafkaBroker kafka() {
    return Objects.requireNonNull(kafka);
  }

  /** The running Keycloak. */
  public KeycloakServer keycloak() {
    return Objects.requireNonNull(keycloak);
  }

  /** A running service. */
  public ServiceProcess service(Service service) {
    return Objects.requireNonNull(services.get(service), service.id());
  }

  /** Starts PostgreSQL, for the first time or after it was closed or killed. */
  public void startPostgres() {
    var port = settings.ports().postgres();
    var server = PostgresServer.start(place("postgres"), port, settings.durable());
    postgres = server;
    Databases.create(server.superuserJdbcUrl(), Databases.ALL);
  }

  /** Starts Kafka, for the first time or after it was closed or killed. */
  public void startKafka() {
    var ports = settings.ports();
    var broker = KafkaBroker.launch(place("kafka"), ports.kafka(), ports.kafkaController());
    processes.add("kafka", broker.process());
    kafka = broker.awaitReady();
  }

  /** Starts Keycloak, for the first time or after it was closed or killed. */
  public void startKeycloak() {
    var ports = settings.ports();
    var server =
        KeycloakServer.launch(place("keycloak"), ports.keycloak(), ports.keycloakManagement());
    processes.add("keycloak", server.process());
    keycloak = server.awaitReady();
  }

  /** Starts a service, for the first time or after it was closed or killed, and waits for it. */
  public ServiceProcess start(Service service) {
    return start(service, Map.of());
  }

  /** As the other, with properties of this one run above all others. */
  public ServiceProcess start(Service service, Map<String, String> configuration) {
    LocalPorts.requireFreeSoon(service.id(), settings.ports().of(service));
    var process = launch(service.id(), service, settings.ports().of(service), configuration);
    services.put(service, process);
    processes.add(service.id(), process.process());
    return process.awaitReady(READY_LIMIT);
  }

  /** Starts one more process of a service; it is not stopped with the suite. */
  public ServiceProcess startReplica(Service service, int port) {
    return launch(service.id() + "-" + port, service, port, Map.of()).awaitReady(READY_LIMIT);
  }

  /** Stops the services, then what they stand on. */
  @Override
  public void close() {
    RunningSuite.at(settings.data()).ifPresent(running -> running.stopProcesses(_ -> {}));
    var database = postgres;
    if (database != null) {
      database.close();
    }
    processes.forget();
  }

  private ServiceProcess launch(
      String name, Service service, int port, Map<String, String> further) {
    var configuration = new HashMap<>(ServiceConfiguration.of(service, settings.ports()));
    configuration.put("quarkus.http.port", Integer.toString(port));
    configuration.put("homeport.instance", name);
    configuration.putAll(settings.configuration().getOrDefault(service, Map.of()));
    configuration.putAll(further);
    var jar = checkout.root().resolve(service.id()).resolve("target/quarkus-app/quarkus-run.jar");
    var url = "http://%s:%d".formatted(LocalPorts.HOST, port);
    return ServiceProcess.start(name, jar, place(name), configuration, url);
  }

  private Place place(String name) {
    var data = settings.data();
    var log = data.resolve("logs").resolve(name + ".log");
    return new Place(data.resolve(name), log, settings.lifetime());
  }

  private static void makeDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new LocalException(directory + " cannot be made: " + e.getMessage(), e);
    }
  }

  private void requireFreePorts() {
    var ports = settings.ports();
    LocalPorts.requireFree("PostgreSQL", ports.postgres());
    LocalPorts.requireFree("Kafka", ports.kafka());
    LocalPorts.requireFree("Kafka's controller", ports.kafkaController());
    LocalPorts.requireFree("Keycloak", ports.keycloak());
    LocalPorts.requireFree("Keycloak's management", ports.keycloakManagement());
    for (var service : Service.values()) {
      LocalPorts.requireFree(service.id(), ports.of(service));
    }
  }

  private void startAll(Progress progress) {
    long began = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var task = new Task(threads, progress, began);
      var database = task.run("PostgreSQL", this::startPostgres);
      var broker = task.run("Kafka", this::startKafka);
      var identity = task.run("Keycloak", this::startKeycloak);
      CompletableFuture.allOf(database, broker).join();
      var starting = new EnumMap<Service, CompletableFuture<Void>>(Service.class);
      for (var service : Service.values()) {
        starting.put(service, task.run(service.id(), () -> start(service)));
      }
      CompletableFuture.allOf(starting.values().toArray(CompletableFuture[]::new)).join();
      identity.join();
    }
    startup = Duration.ofNanos(System.nanoTime() - began);
  }

  private record Task(ExecutorService threads, Progress progress, long began) {

    CompletableFuture<Void> run(String part, Runnable start) {
      return CompletableFuture.runAsync(start, threads)
          .thenRun(() -> progress.ready(part, Duration.ofNanos(System.nanoTime() - began)));
    }
  }
}
