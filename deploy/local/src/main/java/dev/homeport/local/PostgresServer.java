package dev.homeport.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server on the loopback address, run from embedded binaries; as root too, where the
 * kernel allows user namespaces. Roles log in with their passwords (SCRAM); only the superuser
 * {@code postgres} needs none. An existing data directory is used again, also after a crash.
 */
public final class PostgresServer implements AutoCloseable {

  /** The superuser of every server that this class starts. */
  public static final String SUPERUSER = "postgres";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
  private static final String ACCESS_RULES =
      """
      host all postgres 127.0.0.1/32 trust
      host all all      127.0.0.1/32 scram-sha-256
      """;

  private final EmbeddedPostgres server;
  private final Path dataDirectory;

  private PostgresServer(EmbeddedPostgres server, Path dataDirectory) {
    this.server = server;
    this.dataDirectory = dataDirectory;
  }

  /**
   * Starts a server that ends with this JVM.
   *
   * @param dataDirectory made when it does not exist
   * @param port 0 for any free port
   * @param durable false is faster, and loses data when the machine (not the server) crashes
   */
  public static PostgresServer start(Path dataDirectory, int port, boolean durable) {
    return start(Place.of(dataDirectory), port, durable);
  }

  /** As {@link #start(Path, int, boolean)}, with a choice of place and lifetime. */
  public static PostgresServer start(Place place, int port, boolean durable) {
    int chosen = LocalPorts.orFree(port);
    LocalPorts.requireFree("PostgreSQL", chosen);
    requireUser();
    forgetStalePid(place.data());
    if (Files.exists(place.data().resolve("PG_VERSION"))) {
      FirstStart.discardUnfinished(place.data());
    }
    try {
      Files.createDirectories(place.data().getParent());
      Files.createDirectories(place.log().getParent());
      var server = new PostgresServer(configure(place, chosen, durable).start(), place.data());
      FirstStart.succeeded(place.data());
      if (place.lifetime() == Lifetime.THIS_JVM) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::killProcesses));
      }
      return server;
    } catch (IOException | IllegalStateException e) {
      throw new LocalException("PostgreSQL did not start; see " + place.log() + ".", e);
    }
  }

  private static EmbeddedPostgres.Builder configure(Place place, int port, boolean durable) {
    var output = ProcessBuilder.Redirect.appendTo(place.log().toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(place.data())
        .setCleanDataDirectory(false)
        .setDataDirectoryCustomizer(_ -> restrictAccess(place.data()))
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setPGStartupWait(START_LIMIT)
        .setOutputRedirector(output)
        .setErrorRedirector(output)
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("listen_addresses", LocalPorts.HOST)
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "300")
        .setServerConfig("fsync", durable ? "on" : "off")
        .setServerConfig("full_page_writes", durable ? "on" : "off")
        .setServerConfig("synchronous_commit", durable ? "on" : "off");
  }

  /** Stops the server of a data directory, whoever started it. True when one was running. */
  public static boolean stop(Path dataDirectory) {
    var postmaster = postmaster(dataDirectory.toAbsolutePath());
    postmaster.ifPresent(PostgresServer::interrupt);
    return postmaster.isPresent();
  }

  /** The process of the server that runs on a data directory, when one does. */
  public static Optional<ProcessHandle> running(Path dataDirectory) {
    return postmaster(dataDirectory.toAbsolutePath());
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** JDBC address of one database, without a user. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(LocalPorts.HOST, port(), database);
  }

  /** JDBC address for the superuser, ready for {@link Databases#create}. */
  public String superuserJdbcUrl() {
    return jdbcUrl("postgres") + "?user=" + SUPERUSER;
  }

  /** Stops it: open transactions are rolled back, everything committed is on disk. */
  @Override
  public void close() {
    release();
    stop(dataDirectory);
  }

  /** Ends it as a crash would. */
  public void kill() {
    killProcesses();
    release();
  }

  private void killProcesses() {
    postmaster(dataDirectory)
        .map(Child::destroyTree)
        .ifPresent(doomed -> Await.until(STOP_LIMIT, () -> doomed.stream().noneMatch(Alive::is)));
  }

  private void release() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * SIGINT is PostgreSQL's fast stop; Java itself can only send SIGTERM, which waits for clients.
   */
  private static void interrupt(ProcessHandle postmaster) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
          .start()
          .waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (IOException e) {
      postmaster.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!Await.until(STOP_LIMIT, () -> !Alive.is(postmaster))) {
      postmaster.destroyForcibly();
    }
  }

  private static void requireUser() {
    if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
      throw new LocalException(
          "PostgreSQL does not run as root and this machine allows no user namespaces: use another"
              + " user.");
    }
  }

  /** After a crash the file names a process that is gone, or by now another program's. */
  private static void forgetStalePid(Path directory) {
    if (postmaster(directory).isPresent()) {
      throw new LocalException("A PostgreSQL server already runs on " + directory + ".");
    }
    try {
      Files.deleteIfExists(directory.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new LocalException(directory + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static Optional<ProcessHandle> postmaster(Path directory) {
    try (var lines = Files.lines(directory.resolve("postmaster.pid"))) {
      return lines
          .findFirst()
          .map(String::strip)
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
          .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static void restrictAccess(Path directory) {
    try {
      Files.writeString(directory.resolve("pg_hba.conf"), ACCESS_RULES);
    } catch (IOException e) {
      throw new LocalException(directory + " cannot be written: " + e.getMessage(), e);
    }
  }
}
