package dev.homeport.local.cli;

import dev.homeport.local.KeycloakServer;
import dev.homeport.local.Lifetime;
import dev.homeport.local.LocalException;
import dev.homeport.local.Ports;
import dev.homeport.local.RunningSuite;
import dev.homeport.local.Service;
import dev.homeport.local.Suite;
import dev.homeport.local.demo.SimulatedMerchant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the suite and leaves it running. */
@Command(
    name = "up",
    description = "Starts the suite and leaves it running until deploy/local/down.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Runnable {

  private static final double MILLIS = 1000;

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      defaultValue = "${env:HOMEPORT_PORT_OFFSET:-0}",
      description = "Moves all ports up by N (also: HOMEPORT_PORT_OFFSET).")
  int portOffset;

  @Option(
      names = "--import",
      paramLabel = "FILE",
      description = "Then sends a file of orders, one JSON document a line, .gz or not.")
  @Nullable Path orders;

  @Option(
      names = "--demo",
      description = "Then sends two years of a simulated merchant and shows what came of them.")
  boolean demo;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another simulated merchant than the usual one (with --demo).")
  @Nullable Long seed;

  private final Home home = Home.locate();

  @Override
  public void run() {
    if (orders != null && !Files.isReadable(orders)) {
      throw new LocalException("There is no file " + orders + " to import.");
    }
    if (seed != null && !demo) {
      throw new LocalException("--seed chooses the simulated merchant of --demo: name both.");
    }
    Turn.take(
        () -> {
          if (!alreadyRunning()) {
            start();
          }
        });
    var access = Access.read(home.access()).orElseThrow();
    var api = new Api(access.gateway(), access.find(Tenants.DEMO).orElseThrow().apiKey());
    if (orders != null) {
      new OrderImport(api).run(orders);
      new Books(api).print();
    }
    if (demo) {
      Welcome.print(access, new Demo(api, merchant()).run());
    } else {
      Welcome.print(access);
    }
  }

  private SimulatedMerchant merchant() {
    return DemoNote.merchant(home.demo(), Optional.ofNullable(seed), Demo.USUAL_SEED);
  }

  /** With something to send a running suite is welcome; otherwise it is a mistake. */
  private boolean alreadyRunning() {
    var suite = RunningSuite.at(home.data()).filter(RunningSuite::anyRunning);
    if (suite.isEmpty()) {
      return false;
    }
    var whole = suite.get().parts().stream().allMatch(RunningSuite.Part::healthy);
    if (!whole) {
      System.out.println("Stopping what is left of an earlier run.");
      suite.get().stop(_ -> {});
      return false;
    }
    if ((orders == null && !demo) || Access.read(home.access()).isEmpty()) {
      throw new LocalException(
          "The suite is already running at %s; deploy/local/down stops it."
              .formatted(suite.get().ports().url(Service.GATEWAY)));
    }
    return true;
  }

  private void start() {
    Preflight.requireMemory();
    var ports = Ports.standard(portOffset);
    if (!KeycloakServer.prepared()) {
      System.out.println("Preparing Keycloak, once; this takes half a minute.");
    }
    var finished = new AtomicBoolean();
    var cleanup = Thread.ofPlatform().unstarted(() -> cleanUp(finished));
    Runtime.getRuntime().addShutdownHook(cleanup);
    System.out.println("Starting the suite.");
    var settings = new Suite.Settings(home.data(), ports, Lifetime.DETACHED, true, Map.of());
    var suite = Suite.start(settings, UpCommand::ready);
    var known = Access.read(home.access()).map(Access::tenants).orElse(List.of());
    var access = Access.of(ports, Tenants.ensure(Access.of(ports, known)));
    access.write(home.access());
    Tenants.awaitKnown(access);
    finished.set(true);
    ready("everything", suite.startup());
  }

  /** An interrupted start leaves nothing behind. */
  private void cleanUp(AtomicBoolean finished) {
    if (!finished.get()) {
      RunningSuite.at(home.data()).ifPresent(suite -> suite.stop(_ -> {}));
      RunningSuite.forgetPreparation();
    }
  }

  private static void ready(String part, Duration after) {
    System.out.printf("  %5.1f s  %s%n", after.toMillis() / MILLIS, part);
  }
}
