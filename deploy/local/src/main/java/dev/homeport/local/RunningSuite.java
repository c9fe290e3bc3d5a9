package dev.homeport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A suite that another process started, known by the file it left in its data directory. */
public final class RunningSuite {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final List<String> INFRASTRUCTURE = List.of("keycloak", "kafka", "postgres");
  private static final long BYTES_PER_KIB = 1024;

  /**
   * One process of the suite.
   *
   * @param name of the service or server
   * @param address where it listens
   * @param healthy whether it answers as it should
   * @param residentBytes memory in use, 0 where the system does not say
   */
  public record Part(
      String name,
      String address,
      long pid,
      boolean running,
      boolean healthy,
      long residentBytes) {}

  private final Path data;
  private final Processes processes;
  private final Processes.Content content;

  private RunningSuite(Path data, Processes processes, Processes.Content content) {
    this.data = data;
    this.processes = processes;
    this.content = content;
  }

  /**
   * The suite that was started on this directory and not stopped since, whether or not it lives.
   */
  public static Optional<RunningSuite> at(Path data) {
    var processes = new Processes(data);
    return processes.read().map(content -> new RunningSuite(data, processes, content));
  }

  /** Its ports. */
  public Ports ports() {
    return content.ports();
  }

  /** All eight parts, services first, also those that do not run. */
  public List<Part> parts() {
    return names().parallelStream().map(this::part).toList();
  }

  /** Whether any of its processes still runs. */
  public boolean anyRunning() {
    return names().stream().anyMatch(name -> handle(name).isPresent());
  }

  /** Stops what still runs: the gateway, the other services, then what they stand on. */
  public void stop(Consumer<String> stopped) {
    stopProcesses(stopped);
    if (PostgresServer.stop(data.resolve("postgres"))) {
      stopped.accept("postgres");
    }
    processes.forget();
  }

  /** Whether the next start can be prepared to be faster. */
  public static boolean preparable() {
    return AotCache.anyRecorded(Checkout.locate().cache());
  }

  /** Makes of what the JVMs learned a faster next start; nothing may run meanwhile. */
  public static void prepareNextStart() {
    AotCache.assemble(Checkout.locate().cache());
  }

  /** Forgets what the JVMs learned of a start that did not succeed. */
  public static void forgetPreparation() {
    AotCache.discard(Checkout.locate().cache());
  }

  /** As {@link #stop}, but leaves PostgreSQL to its owner. */
  void stopProcesses(Consumer<String> stopped) {
    stop(List.of(Service.GATEWAY.id()), stopped);
    stop(
        content.processes().keySet().stream()
            .filter(name -> !INFRASTRUCTURE.contains(name))
            .toList(),
        stopped);
    stop(List.of("keycloak", "kafka"), stopped);
  }

  private void stop(List<String> names, Consumer<String> stopped) {
    var asked = names.stream().filter(name -> handle(name).isPresent()).toList();
    asked.forEach(name -> handle(name).ifPresent(ProcessHandle::destroy));
    for (var name : asked) {
      if (!Await.until(STOP_LIMIT, () -> handle(name).isEmpty())) {
        handle(name).ifPresent(ProcessHandle::destroyForcibly);
      }
      stopped.accept(name);
    }
  }

  private static List<String> names() {
    return Stream.concat(Arrays.stream(Service.values()).map(Service::id), INFRASTRUCTURE.stream())
        .toList();
  }

  private Optional<ProcessHandle> handle(String name) {
    if (name.equals("postgres")) {
      return PostgresServer.running(data.resolve(name));
    }
    return Optional.ofNullable(content.processes().get(name)).flatMap(Processes.Known::running);
  }

  private Part part(String name) {
    var handle = handle(name);
    return new Part(
        name,
        address(name),
        handle.map(ProcessHandle::pid).orElse(0L),
        handle.isPresent(),
        handle.isPresent() && healthy(name),
        handle.map(RunningSuite::residentBytes).orElse(0L));
  }

  private String address(String name) {
    return switch (name) {
      case "postgres" -> LocalPorts.HOST + ":" + ports().postgres();
      case "kafka" -> LocalPorts.HOST + ":" + ports().kafka();
      case "keycloak" -> ports().keycloakUrl();
      default -> ports().url(Service.named(name));
    };
  }

  private boolean healthy(String name) {
    return switch (name) {
      case "postgres" -> LocalPorts.listens(ports().postgres());
      case "kafka" -> KafkaHandshake.succeeds(ports().kafka());
      case "keycloak" ->
          Http.ok(
              "http://%s:%d/health/ready".formatted(LocalPorts.HOST, ports().keycloakManagement()));
      default -> Http.ok(address(name) + "/q/health/ready");
    };
  }

  private static long residentBytes(ProcessHandle process) {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIB)
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      return 0;
    }
  }
}
