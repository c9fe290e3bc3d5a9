package dev.homeport.gateway.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host, anew each time. */
public interface HostResolver {

  /**
   * The addresses of a name, or of a literal address, in the order in which to prefer them.
   *
   * @throws UnknownHostException when there are none, or nobody says so in time
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
