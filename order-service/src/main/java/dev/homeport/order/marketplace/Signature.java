package dev.homeport.order.marketplace;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** How a platform signs. Values are compared in constant time. */
public sealed interface Signature {

  /**
   * Whether the body is signed.
   *
   * @param headers the first value of a header by its name, or null
   * @param body as it came, octet for octet
   */
  boolean holds(UnaryOperator<@Nullable String> headers, byte[] body, String secret, Instant now);

  /**
   * HMAC-SHA256 of the body in base 64, in one header: Shopify (shopify.dev, "Verify webhook
   * deliveries") and WooCommerce (developer.woocommerce.com, "Webhooks").
   */
  record OfBody(String header) implements Signature {
    @Override
    public boolean holds(
        UnaryOperator<@Nullable String> headers, byte[] body, String secret, Instant now) {
      String given = headers.apply(header);
      return given != null
          && MessageDigest.isEqual(
              Signature.hmac(secret.getBytes(StandardCharsets.UTF_8), body),
              Signature.decoded(given.strip()));
    }
  }

  /**
   * Standard Webhooks 1.0 (standardwebhooks.com): HMAC-SHA256 of {@code id.timestamp.body}, as
   * {@code v1,} and base 64 in {@code webhook-signature}, several of them with blanks between. A
   * secret with {@code whsec_} before it is base 64. Five minutes of difference are allowed.
   */
  record Standard() implements Signature {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    @Override
    public boolean holds(
        UnaryOperator<@Nullable String> headers, byte[] body, String secret, Instant now) {
      String id = headers.apply("webhook-id");
      String sent = headers.apply("webhook-timestamp");
      String given = headers.apply("webhook-signature");
      if (id == null || sent == null || given == null || !recent(sent, now)) {
        return false;
      }
      byte[] head = (id + '.' + sent + '.').getBytes(StandardCharsets.UTF_8);
      byte[] expected = Signature.hmac(key(secret), head, body);
      boolean found = false;
      for (String one : given.strip().split(" ")) {
        found |=
            one.startsWith(VERSION)
                && MessageDigest.isEqual(
                    expected, Signature.decoded(one.substring(VERSION.length())));
      }
      return found;
    }

    private static boolean recent(String seconds, Instant now) {
      return seconds.matches("[0-9]{1,12}")
          && Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now)
                  .abs()
                  .compareTo(TOLERANCE)
              <= 0;
    }

    private static byte[] key(String secret) {
      byte[] decoded =
          secret.startsWith(PREFIX)
              ? Signature.decoded(secret.substring(PREFIX.length()))
              : new byte[0];
      return decoded.length > 0 ? decoded : secret.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing where it is no base 64, which no signature is equal to. */
  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }
}
