package dev.homeport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Keycloak as a process of its own, with the realm of {@code deploy/keycloak/realm.json}. The realm
 * is imported when the data directory is new, and kept as it is afterwards.
 */
public final class KeycloakServer implements AutoCloseable {

  /** Name of the realm. */
  public static final String REALM = "homeport";

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

  private static final List<String> JVM_FLAGS =
      List.of(
          "-Xms64m",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
              + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
          "-Dpicocli.disable.closures=true");

  private final Place place;
  private final Child process;
  private final int port;
  private final int management;

  private KeycloakServer(Place place, Child process, int port, int management) {
    this.place = place;
    this.process = process;
    this.port = port;
    this.management = management;
  }

  /** Starts a server on free ports; it ends with this JVM. */
  public static KeycloakServer start(Path dataDirectory) {
    return start(Place.of(dataDirectory), 0, 0);
  }

  /**
   * Starts a server and waits until it is ready: about 15 s with an import, 7 s without, half a
   * minute more when it runs for the first time on this machine.
   *
   * @param port 0 for any free one
   * @param managementPort for its health, 0 for any free one
   */
  public static KeycloakServer start(Place place, int port, int managementPort) {
    return launch(place, port, managementPort).awaitReady();
  }

  static KeycloakServer launch(Place place, int port, int managementPort) {
    int clients = LocalPorts.orFree(port);
    int management = LocalPorts.orFree(managementPort);
    LocalPorts.requireFree("Keycloak", clients);
    LocalPorts.requireFree("Keycloak's management", management);
    var checkout = Checkout.locate();
    var build = KeycloakBuild.in(checkout).home();
    var home = place.data();
    FirstStart.discardUnfinished(database(home));
    prepareHome(home, build, checkout.realm());
    var program =
        new JavaProgram(
            "keycloak",
            JVM_FLAGS,
            JavaProgram.jars(build.resolve("lib")),
            List.of(
                "-cp",
                build.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"),
            List.of("-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf")),
            arguments(clients, management));
    var words = new AotCache(checkout.cache(), program).command(place.lifetime());
    var process =
        Child.start(
            new Child.Command("Keycloak", words, Map.of(), home, place.log()), place.lifetime());
    return new KeycloakServer(place, process, clients, management);
  }

  KeycloakServer awaitReady() {
    var health = "http://%s:%d/health/ready".formatted(LocalPorts.HOST, management);
    var answered = Await.until(START_LIMIT, () -> !process.alive() || Http.ok(health));
    if (!answered || !process.alive()) {
      process.kill();
      throw new LocalException("Keycloak did not start; see " + place.log() + ".");
    }
    FirstStart.succeeded(database(place.data()));
    return this;
  }

  private static Path database(Path home) {
    return home.resolve("data/h2");
  }

  /** False when the next start will first spend half a minute on preparing Keycloak, once. */
  public static boolean prepared() {
    return KeycloakBuild.in(Checkout.locate()).ready();
  }

  /** Its address, without a slash at the end. */
  public String url() {
    return "http://%s:%d".formatted(LocalPorts.HOST, port);
  }

  /** The realm's address, which is also the issuer of its tokens. */
  public String realmUrl() {
    return url() + "/realms/" + REALM;
  }

  /** Where clients get their tokens. */
  public String tokenUrl() {
    return realmUrl() + "/protocol/openid-connect/token";
  }

  /** Its process. */
  public ProcessHandle process() {
    return process.handle();
  }

  /** Stops it in good order. */
  @Override
  public void close() {
    process.stop(STOP_LIMIT);
  }

  /** Ends it as a crash would. */
  public void kill() {
    process.kill();
  }

  /**
   * Keycloak keeps its data inside its home, so each server gets a home around one shared build.
   */
  private static void prepareHome(Path home, Path build, Path realm) {
    try {
      var imports = Files.createDirectories(home.resolve("data/import"));
      Files.copy(realm, imports.resolve("realm.json"), StandardCopyOption.REPLACE_EXISTING);
      for (var part : List.of("conf", "lib", "providers", "themes")) {
        Files.deleteIfExists(home.resolve(part));
        Files.createSymbolicLink(home.resolve(part), build.resolve(part));
      }
    } catch (IOException e) {
      throw new LocalException(home + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static List<String> arguments(int port, int management) {
    return List.of(
        "start",
        "--optimized",
        "--import-realm",
        "--cache=local",
        "--http-enabled=true",
        "--http-host=" + LocalPorts.HOST,
        "--http-port=" + port,
        "--hostname=http://%s:%d".formatted(LocalPorts.HOST, port),
        "--http-management-port=" + management,
        "--log-level=warn,io.quarkus:info,org.keycloak.services:info,io.smallrye.health:error");
  }
}
