package dev.homeport.gateway.webhook;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where events may be sent although it is not the public internet, for tests and local runs: hosts,
 * hosts with a port, and networks.
 */
final class AllowList {
  private final Set<String> hosts = new HashSet<>();
  private final List<Network> networks = new ArrayList<>();

  private AllowList() {}

  /**
   * @throws IllegalArgumentException when an entry is a network that cannot be read
   */
  static AllowList of(List<String> entries) {
    var list = new AllowList();
    for (String entry : entries) {
      if (entry.contains("/")) {
        list.networks.add(Network.parse(entry));
      } else {
        list.hosts.add(entry.toLowerCase(Locale.ROOT));
      }
    }
    return list;
  }

  boolean permits(String host, int port, InetAddress address) {
    return hosts.contains(host)
        || hosts.contains(host + ":" + port)
        || networks.stream().anyMatch(network -> network.contains(address));
  }
}
