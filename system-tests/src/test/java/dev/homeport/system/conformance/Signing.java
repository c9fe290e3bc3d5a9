package dev.homeport.system.conformance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs calls as a platform does (Standard Webhooks 1.0), with the secret of every channel here.
 */
final class Signing {
  static final String SECRET = "shared-secret-of-the-channel";
  static final String HEADER = "webhook-signature";

  private static final String ALGORITHM = "HmacSHA256";

  private Signing() {}

  static Call sign(Call call) {
    String id = "msg_" + UUID.randomUUID();
    String now = Long.toString(Instant.now().getEpochSecond());
    String signed = id + '.' + now + '.' + call.body();
    return call.saying("webhook-id", id)
        .saying("webhook-timestamp", now)
        .saying(HEADER, "v1," + hmac(signed));
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
