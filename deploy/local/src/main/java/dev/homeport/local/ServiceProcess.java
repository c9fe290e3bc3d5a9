package dev.homeport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A packaged service as a process of its own. */
public final class ServiceProcess implements AutoCloseable {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private static final List<String> JVM_FLAGS =
      List.of(
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+ExitOnOutOfMemoryError");

  /** Five of them share one machine: a quarter of a gibibyte each. */
  private static final List<String> HEAP = List.of("-Xms48m", "-Xmx192m");

  /** Where orders come in, pauses of the collector are what callers wait for. */
  private static final List<String> HEAP_OF_INTAKE = List.of("-Xms160m", "-Xmx256m", "-Xmn112m");

  private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

  private final String name;
  private final String url;
  private final Place place;
  private final Child process;

  private ServiceProcess(String name, String url, Place place, Child process) {
    this.name = name;
    this.url = url;
    this.place = place;
    this.process = process;
  }

  /**
   * Starts a service and does not wait for it.
   *
   * @param jar the {@code quarkus-run.jar} of its build
   * @param place its directory receives the configuration, its log the output
   * @param configuration properties of the service, above those in its jar and below the
   *     environment
   * @param url where it will answer, without a slash at the end
   */
  public static ServiceProcess start(
      String name, Path jar, Place place, Map<String, String> configuration, String url) {
    if (!Files.isRegularFile(jar)) {
      throw new LocalException(name + " is not built: run `mvn package -DskipTests` first.");
    }
    configure(place.data(), configuration);
    var program =
        new JavaProgram(
            name,
            flags(name),
            JavaProgram.jars(jar.resolveSibling("")),
            List.of("-jar", jar.toString()),
            List.of(),
            List.of());
    var words = new AotCache(Checkout.locate().cache(), program).command(place.lifetime());
    var command = new Child.Command(name, words, ENVIRONMENT, place.data(), place.log());
    return new ServiceProcess(name, url, place, Child.start(command, place.lifetime()));
  }

  private static List<String> flags(String name) {
    var flags = new ArrayList<>(name.startsWith(Service.ORDER.id()) ? HEAP_OF_INTAKE : HEAP);
    flags.addAll(JVM_FLAGS);
    return flags;
  }

  /** Returns once it is ready to serve; a service that ends or is not ready in time is an error. */
  public ServiceProcess awaitReady(Duration limit) {
    var answered = Await.until(limit, () -> !process.alive() || ready());
    if (!answered || !process.alive()) {
      throw new LocalException(
          "%s %s; see %s."
              .formatted(name, process.alive() ? "is not ready" : "has ended", place.log()));
    }
    return this;
  }

  /** Whether it says that it can serve. */
  public boolean ready() {
    return Http.ok(url + "/q/health/ready");
  }

  /** Whether its process still runs. */
  public boolean alive() {
    return process.alive();
  }

  /** Where it answers, without a slash at the end. */
  public String url() {
    return url;
  }

  /** Its process. */
  public ProcessHandle process() {
    return process.handle();
  }

  /** Asks it to finish what it has begun and to end. */
  @Override
  public void close() {
    process.stop(STOP_LIMIT);
  }

  /** Ends it as a crash would. */
  public void kill() {
    process.kill();
  }

  /** Quarkus reads {@code config/application.properties} of the directory that it starts in. */
  private static void configure(Path directory, Map<String, String> configuration) {
    var lines =
        configuration.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\"))
            .toList();
    try {
      var config = Files.createDirectories(directory.resolve("config"));
      Files.write(config.resolve("application.properties"), lines);
    } catch (IOException e) {
      throw new LocalException(directory + " cannot be written: " + e.getMessage(), e);
    }
  }
}
