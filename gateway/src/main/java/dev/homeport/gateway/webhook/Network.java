package dev.homeport.gateway.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A network of addresses, written as CIDR (RFC 4632). */
final class Network {
  private final byte[] base;
  private final int bits;

  private Network(byte[] base, int bits) {
    this.base = base;
    this.bits = bits;
  }

  /**
   * @throws IllegalArgumentException when the text is no network of literal addresses
   */
  static Network parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("a network has a slash");
    }
    byte[] base = literal(text.substring(0, slash)).getAddress();
    int bits = Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > base.length * Byte.SIZE) {
      throw new IllegalArgumentException("a network has as many bits as its address at the most");
    }
    return new Network(base, bits);
  }

  boolean contains(InetAddress address) {
    byte[] other = address.getAddress();
    if (other.length != base.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % Byte.SIZE);
      if (((base[i / Byte.SIZE] ^ other[i / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  private static InetAddress literal(String text) {
    if (!text.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      throw new IllegalArgumentException("not a literal address");
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not a literal address", e);
    }
  }
}
