package dev.homeport.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Verifies as the specification of Standard Webhooks says, written for these tests alone: HMAC by
 * its own definition (RFC 2104) over SHA-256.
 */
public final class StandardWebhook {
  private static final int BLOCK = 64;

  private StandardWebhook() {}

  /** Whether one of the signatures is that of the secret. */
  public static boolean verifies(
      String secret, String id, String timestamp, String signatures, String body) {
    byte[] key = Base64.getDecoder().decode(secret.replace("whsec_", ""));
    byte[] message = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
    String wanted = "v1," + Base64.getEncoder().encodeToString(hmac(key, message));
    return Arrays.asList(signatures.split(" ")).contains(wanted);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    byte[] padded = Arrays.copyOf(key.length > BLOCK ? sha256(key) : key, BLOCK);
    return sha256(xor(padded, 0x5C), sha256(xor(padded, 0x36), message));
  }

  private static byte[] xor(byte[] bytes, int with) {
    byte[] result = bytes.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] ^= (byte) with;
    }
    return result;
  }

  private static byte[] sha256(byte[]... parts) {
    var whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    try {
      return MessageDigest.getInstance("SHA-256").digest(whole.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
