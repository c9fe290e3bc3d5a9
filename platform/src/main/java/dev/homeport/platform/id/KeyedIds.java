package dev.homeport.platform.id;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Identifiers that every service computes alike from what it sees, and that nobody can reverse
 * without the deployment's secret.
 */
@ApplicationScoped
public class KeyedIds {
  private static final char SEPARATOR = 0x1F;
  private static final int CACHED_TENANTS = 10_000;

  private final DeploymentSecret secret;
  private final ConcurrentHashMap<UUID, SecretKey> keys = new ConcurrentHashMap<>();

  KeyedIds(DeploymentSecret secret) {
    this.secret = secret;
  }

  /**
   * The identity of a buyer on a channel: {@code HMAC-SHA256(tenant key, channel 0x1F
   * externalBuyerId)}, its first 128 bits as a UUIDv8 (RFC 9562).
   */
  public UUID identity(UUID tenant, String channel, String externalBuyerId) {
    if (channel.indexOf(SEPARATOR) >= 0) {
      throw new IllegalArgumentException("a channel code cannot contain the separator");
    }
    String name = channel + SEPARATOR + externalBuyerId;
    return version8(hmac(key(tenant), name.getBytes(StandardCharsets.UTF_8)));
  }

  private SecretKey key(UUID tenant) {
    SecretKey known = keys.get(tenant);
    if (known != null) {
      return known;
    }
    if (keys.size() >= CACHED_TENANTS) {
      keys.clear();
    }
    return keys.computeIfAbsent(tenant, id -> secret.derive("homeport identity", bytes(id)));
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static byte[] hmac(SecretKey key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 48 bits, version 8, 12 bits, variant 10, 62 bits: the bits beneath the marks are dropped. */
  static UUID version8(byte[] digest) {
    ByteBuffer bits = ByteBuffer.wrap(digest);
    long high = (bits.getLong() & ~0xF000L) | 0x8000L;
    long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
