package dev.homeport.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The hash of a block: SHA-256 of the hash before it, the tenant, the block's number and the
 * canonical text of its entries in their order. The first block follows 32 zero bytes.
 */
final class BlockHash {
  private static final int BYTES = 32;

  private final MessageDigest digest;
  private int entries;

  BlockHash(byte[] previous, UUID tenant, long number) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
    digest.update(previous);
    digest.update(
        ByteBuffer.allocate(3 * Long.BYTES)
            .putLong(tenant.getMostSignificantBits())
            .putLong(tenant.getLeastSignificantBits())
            .putLong(number)
            .flip());
  }

  static byte[] beforeTheFirst() {
    return new byte[BYTES];
  }

  void add(AuditEntry entry) {
    entries++;
    digest.update(entry.canonical().getBytes(StandardCharsets.UTF_8));
  }

  int entries() {
    return entries;
  }

  /** Ends the block; nothing can be added after it. */
  byte[] end() {
    return digest.digest();
  }
}
