package dev.homeport.analytics.browser;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's Chromium without a window, spoken to over its DevTools protocol. */
public final class Chromium implements AutoCloseable {
  private static final List<List<String>> INSTALL =
      List.of(
          List.of("apt-get", "update"),
          List.of(
              "apt-get",
              "install",
              "-y",
              "--no-install-recommends",
              "chromium",
              "fonts-dejavu-core"));
  private static final Duration INSTALL_LIMIT = Duration.ofMinutes(5);
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final Process process;
  private final DevTools tools;
  private final Path profile;

  private Chromium(Process process, DevTools tools, Path profile) {
    this.process = process;
    this.tools = tools;
    this.profile = profile;
  }

  /**
   * Starts it; installs it before where it is not there, which takes root and apt.
   *
   * @param directory for its profile and its logs
   * @return empty when there is none on this machine and none can be had
   */
  public static Optional<Chromium> start(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    Optional<Path> program = find();
    if (program.isEmpty() && System.getProperty("user.name").equals("root")) {
      install(directory);
      program = find();
    }
    return program.isEmpty() ? Optional.empty() : Optional.of(start(program.get(), directory));
  }

  /** A new, empty page. */
  public Tab tab() {
    return Tab.open(tools);
  }

  private static Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/bin";
    return Arrays.stream(path.split(File.pathSeparator))
        .flatMap(
            directory -> Stream.of("chromium", "chromium-browser").map(n -> Path.of(directory, n)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void install(Path directory) throws InterruptedException {
    System.out.println("Chromium is not here and is being installed");
    try {
      for (List<String> command : INSTALL) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("install.log").toFile()))
            .start()
            .waitFor(INSTALL_LIMIT.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      System.out.println("Chromium cannot be installed: " + e.getMessage());
    }
  }

  private static Chromium start(Path program, Path directory) throws IOException {
    Path profile = Files.createTempDirectory(directory, "profile");
    var command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless=new",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile.toAbsolutePath(),
                "--no-first-run",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-extensions",
                "--disable-sync",
                "--disable-background-networking",
                "--disable-component-update",
                "--hide-scrollbars",
                "--force-color-profile=srgb"));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--no-sandbox");
    }
    command.add("about:blank");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("chromium.log").toFile())
            .start();
    try {
      Path listening = profile.resolve("DevToolsActivePort");
      await()
          .atMost(START_LIMIT)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> Files.exists(listening) && Files.readAllLines(listening).size() > 1);
      List<String> lines = Files.readAllLines(listening);
      URI address = URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
      return new Chromium(process, DevTools.connect(address), profile);
    } catch (RuntimeException | IOException e) {
      stop(process);
      throw e;
    }
  }

  private static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    tools.close();
    stop(process);
    await()
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> deleted(profile));
  }

  /** Its processes may still be writing there. */
  private static boolean deleted(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
    return !Files.exists(directory);
  }
}
