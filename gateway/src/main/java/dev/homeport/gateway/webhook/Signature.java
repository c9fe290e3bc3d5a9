package dev.homeport.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The symmetric signature of Standard Webhooks 1.0.0: {@code v1,} and the base64 of HMAC-SHA256
 * over {@code id.timestamp.body}; several of them with blanks between while a secret is replaced.
 */
public final class Signature {
  /** Names the event, the same at every attempt. */
  public static final String ID = "webhook-id";

  /** When the request was made, in seconds since 1970. */
  public static final String TIMESTAMP = "webhook-timestamp";

  /** The signatures. */
  public static final String HEADER = "webhook-signature";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1,";

  private Signature() {}

  /** The value of the header: one signature for each secret, in their order. */
  public static String of(List<Secret> secrets, String id, Instant at, String body) {
    String signed = id + '.' + at.getEpochSecond() + '.' + body;
    return secrets.stream()
        .map(secret -> VERSION + Base64.getEncoder().encodeToString(hmac(secret, signed)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] hmac(Secret secret, String signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
