package dev.homeport.gateway.webhook;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * What an endpoint verifies signatures with, as Standard Webhooks 1.0.0 writes it: {@code whsec_}
 * and 24 to 64 bytes in base64.
 */
public final class Secret {
  /** What it begins with. */
  public static final String PREFIX = "whsec_";

  private static final int LEAST = 24;
  private static final int MOST = 64;
  private static final int NEW = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    if (bytes.length < LEAST || bytes.length > MOST) {
      throw new IllegalArgumentException("a secret has 24 to 64 bytes");
    }
    this.bytes = bytes;
  }

  /** A new random one of 32 bytes. */
  public static Secret random() {
    byte[] bytes = new byte[NEW];
    RANDOM.nextBytes(bytes);
    return new Secret(bytes);
  }

  /** The one of these bytes. */
  public static Secret of(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  /** Reads what {@link #shown} writes. */
  public static Secret parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a secret begins with " + PREFIX);
    }
    return new Secret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
  }

  /** As its owner is shown it, once. */
  public String shown() {
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /** A copy of its bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && Arrays.equals(bytes, secret.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return PREFIX + "...";
  }
}
