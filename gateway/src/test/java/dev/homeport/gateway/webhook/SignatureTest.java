package dev.homeport.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.gateway.testing.StandardWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignatureTest {

  /** The vector that the specification's own libraries test with. */
  @Test
  void theVectorOfTheSpecificationIsSignedAsThereWritten() {
    Secret secret = Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    String signature =
        Signature.of(
            List.of(secret),
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1_614_265_330),
            "{\"test\": 2432232314}");

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whatIsSignedVerifiesAndNothingElseDoes() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      Secret mine = Secret.random();
      Secret other = Secret.random();
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      String body = new String(noise, StandardCharsets.ISO_8859_1) + "äöü€";
      Instant at = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
      String timestamp = Long.toString(at.getEpochSecond());
      String header = Signature.of(List.of(other, mine), "id-" + i, at, body);

      assertThat(StandardWebhook.verifies(mine.shown(), "id-" + i, timestamp, header, body))
          .as("seed %d", seed)
          .isTrue();
      assertThat(StandardWebhook.verifies(mine.shown(), "id", timestamp, header, body)).isFalse();
      assertThat(StandardWebhook.verifies(mine.shown(), "id-" + i, timestamp, header, body + " "))
          .isFalse();
      assertThat(
              StandardWebhook.verifies(Secret.random().shown(), "id-" + i, timestamp, header, body))
          .isFalse();
    }
  }

  @Test
  void aSecretIsNeverShownByAccidentAndHasItsSize() {
    Secret secret = Secret.random();

    assertThat(secret.shown()).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(Secret.parse(secret.shown())).isEqualTo(secret);
    assertThat("" + secret).doesNotContain(secret.shown());
    assertThatThrownBy(() -> Secret.parse("whsec_AAAA"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
