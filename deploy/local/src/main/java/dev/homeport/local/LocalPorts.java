package dev.homeport.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine's loopback address. */
final class LocalPorts {

  static final String HOST = "127.0.0.1";

  private static final int LOWEST_FREE = 15_000;
  private static final int LOWEST_OUTGOING = 32_768;
  private static final Duration LETTING_GO = Duration.ofSeconds(20);

  private LocalPorts() {}

  /**
   * The port itself, or a free one when it is 0: below those that the system gives to outgoing
   * connections, one of which could otherwise take it before the server does.
   */
  static int orFree(int port) {
    return port != 0
        ? port
        : ThreadLocalRandom.current()
            .ints(LOWEST_FREE, LOWEST_OUTGOING)
            .filter(LocalPorts::free)
            .findFirst()
            .orElseThrow();
  }

  /** Refuses a port that somebody else listens on. */
  static void requireFree(String server, int port) {
    try {
      bind(port);
    } catch (IOException e) {
      throw new LocalException(
          "Port %d, which %s needs, is taken by another program: stop it, or move all ports with --port-offset."
              .formatted(port, server),
          e);
    }
  }

  /** As {@link #requireFree}, once a process that was killed a moment ago has let go of it. */
  static void requireFreeSoon(String server, int port) {
    Await.until(LETTING_GO, () -> free(port));
    requireFree(server, port);
  }

  private static boolean free(int port) {
    try {
      bind(port);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void bind(int port) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(HOST, port));
    }
  }

  /** Whether anybody listens on a port. */
  static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(HOST, port), 1_000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
