package dev.homeport.order.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final Signature STANDARD = new Signature.Standard();

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
}
