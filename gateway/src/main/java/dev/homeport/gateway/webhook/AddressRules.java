package dev.homeport.gateway.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses lie in the public internet: those that the registries of special purpose
 * addresses (RFC 6890 and IANA's tables since) do not keep for something else.
 */
public final class AddressRules {
  private static final List<Network> NOT_PUBLIC_4 =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3");

  /** All that is given out for the internet; the rest is local, mapped, or not given out. */
  private static final Network PUBLIC_6 = Network.parse("2000::/3");

  /** Within it: protocols, tunnels that lead to any IPv4 address, and documentation. */
  private static final List<Network> NOT_PUBLIC_6 =
      networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  private AddressRules() {}

  /** Whether an address is one that a tenant may have events sent to. */
  public static boolean isPublic(InetAddress address) {
    List<Network> kept = address instanceof Inet4Address ? NOT_PUBLIC_4 : NOT_PUBLIC_6;
    return (address instanceof Inet4Address || PUBLIC_6.contains(address))
        && kept.stream().noneMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String... texts) {
    return java.util.Arrays.stream(texts).map(Network::parse).toList();
  }
}
