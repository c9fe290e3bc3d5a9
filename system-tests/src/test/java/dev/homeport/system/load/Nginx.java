package dev.homeport.system.load;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The usual reverse proxy, before the same upstream as the gateway, without any checks. */
final class Nginx implements AutoCloseable {
  private static final List<String> INSTALL =
      List.of("apt-get", "install", "-y", "--no-install-recommends", "nginx-light");
  private static final Duration INSTALL_LIMIT = Duration.ofMinutes(5);

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it before an upstream; empty when there is none on this machine.
   *
   * @param install whether it may be installed, which takes root and apt
   */
  static Optional<Nginx> before(int upstream, Path directory, boolean install)
      throws IOException, InterruptedException {
    Optional<Path> program = find();
    if (program.isEmpty() && install && System.getProperty("user.name").equals("root")) {
      install(directory);
      program = find();
    }
    return program.isEmpty()
        ? Optional.empty()
        : Optional.of(start(program.get(), upstream, Files.createDirectories(directory)));
  }

  int port() {
    return port;
  }

  private static Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
    return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/sbin"))
        .map(directory -> Path.of(directory, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void install(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    try {
      var process =
          new ProcessBuilder(INSTALL)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("install.log").toFile())
              .start();
      process.waitFor(INSTALL_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (IOException e) {
      Bench.say("  nginx cannot be installed: %s", e.getMessage());
    }
  }

  private static Nginx start(Path program, int upstream, Path directory) throws IOException {
    int port = freePort();
    Path configuration = directory.resolve("nginx.conf");
    Files.writeString(configuration, configuration(directory, port, upstream));
    var process =
        new ProcessBuilder(
                program.toString(), "-p", directory.toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("nginx.log").toFile())
            .start();
    var nginx = new Nginx(process, port);
    await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(nginx::listens);
    return nginx;
  }

  private boolean listens() throws IOException {
    try (var socket = new Socket(Target.HOST, port)) {
      return socket.isConnected();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String configuration(Path directory, int port, int upstream) {
    return """
    daemon off;
    worker_processes auto;
    pid %1$s/nginx.pid;
    error_log %1$s/error.log;
    events { worker_connections 1024; }
    http {
      access_log off;
      keepalive_requests 100000000;
      client_body_temp_path %1$s/body;
      proxy_temp_path %1$s/proxy;
      fastcgi_temp_path %1$s/fastcgi;
      uwsgi_temp_path %1$s/uwsgi;
      scgi_temp_path %1$s/scgi;
      upstream probe {
        server 127.0.0.1:%3$d;
        keepalive 64;
        keepalive_requests 100000000;
      }
      server {
        listen 127.0.0.1:%2$d;
        location / {
          proxy_pass http://probe;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
        }
      }
    }
    """
        .formatted(directory, port, upstream);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
