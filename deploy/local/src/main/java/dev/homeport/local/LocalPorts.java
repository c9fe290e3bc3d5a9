package dev.homeport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of this machine's loopback address. */
final class LocalPorts {

  static final String HOST = "127.0.0.1";

  private LocalPorts() {}

  /** The port itself, or one that nobody listens on when it is 0. */
  static int orFree(int port) {
    if (port != 0) {
      return port;
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses a port that somebody else listens on. */
  static void requireFree(String server, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(HOST, port));
    } catch (IOException e) {
      throw new LocalException(
          "Port %d, which %s needs, is taken by another program: stop it, or move all ports with --port-offset."
              .formatted(port, server),
          e);
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
