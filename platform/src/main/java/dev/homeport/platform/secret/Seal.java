package dev.homeport.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D): one byte of version, twelve of a random nonce, the ciphertext and
 * its tag of sixteen. What it belongs to is authenticated with it, so that sealed values cannot
 * change places.
 */
public final class Seal {
  /** Bytes of a key. */
  public static final int KEY_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int HEAD_BYTES = 1 + NONCE_BYTES;
  private static final int TAG_BITS = 128;

  private Seal() {}

  /** A new random key. */
  public static byte[] newKey() {
    return random(KEY_BYTES);
  }

  /** Random bytes. */
  public static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** A key of {@link #KEY_BYTES} bytes. */
  public static SecretKey key(byte[] bytes) {
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /**
   * Seals a value.
   *
   * @param owner what it belongs to; the same is needed to open it
   */
  public static byte[] close(SecretKey key, byte[] plain, String owner) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner);
      byte[] hidden = cipher.doFinal(plain);
      return ByteBuffer.allocate(HEAD_BYTES + hidden.length)
          .put(VERSION)
          .put(nonce)
          .put(hidden)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A value cannot be sealed", e);
    }
  }

  /** Opens what {@link #close} made; fails for anything else. */
  public static byte[] open(SecretKey key, byte[] closed, String owner) {
    if (closed.length < HEAD_BYTES || closed[0] != VERSION) {
      throw new IllegalStateException("A sealed value has another form");
    }
    try {
      Cipher cipher =
          cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(closed, 1, HEAD_BYTES), owner);
      return cipher.doFinal(closed, HEAD_BYTES, closed.length - HEAD_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A sealed value cannot be opened", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
