package dev.homeport.gateway.webhook;

import java.net.InetAddress;

/** What an endpoint's URL leads to. */
public sealed interface Target {

  /**
   * Where a request may go.
   *
   * @param host as it is named to the server, in the request and for TLS
   * @param path with its query
   * @param address the one to connect to; nobody looks the host up again
   */
  record Open(boolean tls, String host, int port, String path, InetAddress address)
      implements Target {}

  /** The host has no address at the moment. */
  record Unknown() implements Target {}

  /** Nothing is sent there, whoever asks for it. */
  record Refused(String reason) implements Target {}
}
