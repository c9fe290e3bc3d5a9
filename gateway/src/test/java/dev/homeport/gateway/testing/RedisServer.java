package dev.homeport.gateway.testing;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Redis of this machine, on a free port. Where there is none, that of Debian is fetched and
 * unpacked below {@code target}; nothing is installed, and no service is started.
 */
public final class RedisServer implements AutoCloseable {
  private static final Path UNPACKED = Path.of("target/redis").toAbsolutePath();
  private static final List<String> PACKAGES =
      List.of("redis-server", "redis-tools", "libjemalloc2", "liblzf1");
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration START = Duration.ofSeconds(20);

  private final Path program;
  private final int port;
  private Process process;

  private RedisServer(Path program, int port, Process process) {
    this.program = program;
    this.port = port;
    this.process = process;
  }

  /** Empty, with a reason printed, where no Redis can be had. */
  public static Optional<RedisServer> start() throws IOException, InterruptedException {
    Optional<Path> found = find();
    if (found.isEmpty()) {
      System.out.println("No redis-server here: Debian's packages are unpacked in " + UNPACKED);
      fetch();
      found = find();
    }
    if (found.isEmpty()) {
      System.out.println("No redis-server could be had: see " + UNPACKED.resolve("fetch.log"));
      return Optional.empty();
    }
    int port = freePort();
    return Optional.of(new RedisServer(found.get(), port, launch(found.get(), port)));
  }

  /** Where it is. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Stops it, as a machine that fails. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Starts it again, empty. */
  public void restart() throws IOException, InterruptedException {
    process = launch(program, port);
  }

  /** Holds it, or lets it go on: {@code -STOP} and {@code -CONT}. */
  public void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
  }

  private static Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(
            Arrays.stream(path.split(File.pathSeparator)),
            Stream.of(UNPACKED.resolve("usr/bin").toString()))
        .map(directory -> Path.of(directory, "redis-server"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void fetch() throws IOException, InterruptedException {
    Files.createDirectories(UNPACKED);
    var download = new ArrayList<>(List.of("apt-get", "download"));
    download.addAll(PACKAGES);
    if (!run(download)) {
      return;
    }
    try (var files = Files.list(UNPACKED)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".deb")).toList()) {
        run(List.of("dpkg", "-x", file.toString(), UNPACKED.toString()));
      }
    }
  }

  private static boolean run(List<String> command) throws IOException, InterruptedException {
    try {
      Process started =
          new ProcessBuilder(command)
              .directory(UNPACKED.toFile())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(UNPACKED.resolve("fetch.log").toFile()))
              .start();
      return started.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) && started.exitValue() == 0;
    } catch (IOException e) {
      Files.writeString(UNPACKED.resolve("fetch.log"), String.valueOf(e.getMessage()));
      return false;
    }
  }

  private static Process launch(Path program, int port) throws IOException, InterruptedException {
    var command =
        new ProcessBuilder(
                program.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no")
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target/redis-" + port + ".log").toFile());
    try (var libraries = Files.find(UNPACKED, 5, (p, _) -> p.endsWith("libjemalloc.so.2"))) {
      libraries
          .findFirst()
          .ifPresent(
              library ->
                  command.environment().put("LD_LIBRARY_PATH", library.getParent().toString()));
    } catch (IOException _) {
      // It has been installed, with its libraries.
    }
    Process started = command.start();
    long end = System.nanoTime() + START.toNanos();
    while (!answers(port)) {
      if (!started.isAlive() || System.nanoTime() > end) {
        throw new IOException("redis-server did not start, see target/redis-" + port + ".log");
      }
      started.waitFor(50, TimeUnit.MILLISECONDS);
    }
    return started;
  }

  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
