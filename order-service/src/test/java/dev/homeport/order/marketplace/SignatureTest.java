package dev.homeport.order.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final int SIGNATURES = 300;
  private static final Signature STANDARD = new Signature.Standard();
  private static final Signature OF_BODY = new Signature.OfBody("x");

  /** The example of the specification of Standard Webhooks. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final Map<String, String> HEADERS =
      Map.of(
          "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
          "webhook-timestamp", "1614265330",
          "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);

  @Test
  void theExampleOfTheStandardHolds() {
    assertThat(STANDARD.holds(HEADERS::get, BODY, SECRET, SENT.plusSeconds(299))).isTrue();
  }

  @Test
  void whatIsOldIsARepetition() {
    assertThat(STANDARD.holds(HEADERS::get, BODY, SECRET, SENT.plusSeconds(301))).isFalse();
    assertThat(STANDARD.holds(HEADERS::get, BODY, SECRET, SENT.minusSeconds(301))).isFalse();
  }

  @Test
  void anyOtherOctetAnyOtherSecretAndNoHeaderDoNotHold() {
    byte[] other = BODY.clone();
    other[3] ^= 1;

    assertThat(STANDARD.holds(HEADERS::get, other, SECRET, SENT)).isFalse();
    assertThat(STANDARD.holds(HEADERS::get, BODY, SECRET + "A", SENT)).isFalse();
    assertThat(STANDARD.holds(_ -> null, BODY, SECRET, SENT)).isFalse();
    assertThat(STANDARD.holds(_ -> "", BODY, SECRET, SENT)).isFalse();
    assertThat(new Signature.OfBody("x").holds(_ -> "no base 64 $$", BODY, SECRET, SENT)).isFalse();
    assertThat(new Signature.OfBody("x").holds(_ -> "", BODY, SECRET, SENT)).isFalse();
  }

  /** The value of RFC 4231, test case 2, in base 64. */
  @Test
  void theExampleOfHmacHolds() {
    byte[] body = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
    String hex = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    String signature = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));

    assertThat(OF_BODY.holds(_ -> signature, body, "Jefe", SENT)).isTrue();
    assertThat(OF_BODY.holds(_ -> signature, body, "jefe", SENT)).isFalse();
  }

  /** Of whatever is sent and signed, no bit of body, secret or signature may differ. */
  @Test
  void theRightSignatureHoldsAndNothingThatDiffersInABit() {
    long first = Long.getLong("seed", 20261127L);
    System.out.printf("signatures of the seeds %d to %d%n", first, first + SIGNATURES - 1);
    for (long seed = first; seed < first + SIGNATURES; seed++) {
      var random = new Random(seed);
      byte[] body = octets(random, 1 + random.nextInt(200));
      String secret = text(random);
      holdsAsSigned(OF_BODY, random, body, secret, hmac(secret, body), seed);
      holdsAsSigned(STANDARD, random, body, secret, hmac(secret, signed(body)), seed);
    }
  }

  private static void holdsAsSigned(
      Signature kind, Random random, byte[] body, String secret, byte[] signature, long seed) {
    assertThat(holds(kind, body, secret, signature)).as("seed %d, %s", seed, kind).isTrue();
    assertThat(holds(kind, spoilt(random, body), secret, signature))
        .as("seed %d, %s, another body", seed, kind)
        .isFalse();
    assertThat(holds(kind, body, secret + text(random), signature))
        .as("seed %d, %s, another secret", seed, kind)
        .isFalse();
    assertThat(holds(kind, body, secret, spoilt(random, signature)))
        .as("seed %d, %s, another signature", seed, kind)
        .isFalse();
    assertThat(holds(kind, body, secret, Arrays.copyOf(signature, random.nextInt(32))))
        .as("seed %d, %s, a part of the signature", seed, kind)
        .isFalse();
  }

  /** While a secret is replaced there are several, in any order. */
  @Test
  void oneOfSeveralSignaturesIsEnough() {
    String right = HEADERS.get("webhook-signature");
    String wrong = "v1," + Base64.getEncoder().encodeToString(new byte[32]);
    for (String given : List.of(right + " " + wrong, wrong + " " + right)) {
      assertThat(STANDARD.holds(with(given)::get, BODY, SECRET, SENT)).as(given).isTrue();
    }
    assertThat(STANDARD.holds(with(wrong + " " + wrong)::get, BODY, SECRET, SENT)).isFalse();
    assertThat(STANDARD.holds(with(right.replace("v1,", "v2,"))::get, BODY, SECRET, SENT))
        .isFalse();
  }

  private static boolean holds(Signature kind, byte[] body, String secret, byte[] signature) {
    String given = Base64.getEncoder().encodeToString(signature);
    return kind.holds(kind == OF_BODY ? _ -> given : with("v1," + given)::get, body, secret, SENT);
  }

  private static Map<String, String> with(String signature) {
    var headers = new HashMap<>(HEADERS);
    headers.put("webhook-signature", signature);
    return headers;
  }

  private static byte[] signed(byte[] body) {
    String head = HEADERS.get("webhook-id") + "." + HEADERS.get("webhook-timestamp") + ".";
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static byte[] hmac(String secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] octets(Random random, int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  private static byte[] spoilt(Random random, byte[] octets) {
    byte[] other = octets.clone();
    other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    return other;
  }

  private static String text(Random random) {
    return Base64.getEncoder().encodeToString(octets(random, 1 + random.nextInt(40)));
  }
}
