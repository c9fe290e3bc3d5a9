package dev.homeport.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RateTest {
  private final Rate client = Rate.of("client", 2_000, OptionalLong.empty());
  private final Rate imports = Rate.of("imports", 3, OptionalLong.of(10));

  @Test
  void headersSayWhatIsLeftAndUntilWhen() {
    var headers = MultiMap.caseInsensitiveMultiMap();
    var allowance = new Allowance();
    allowance.left(client, 3_999);
    allowance.left(imports, 0);
    allowance.writeTo(headers);

    assertThat(headers.get("RateLimit-Policy"))
        .isEqualTo("\"client\";q=4000;w=2, \"imports\";q=10;w=4");
    assertThat(headers.get("RateLimit")).isEqualTo("\"client\";r=3999;t=1, \"imports\";r=0;t=4");
    assertThat(allowance.granted()).isTrue();
  }

  @Test
  void aSpentLimitIsNamed() {
    var allowance = new Allowance();
    allowance.spent(imports, 300_000_000);
    assertThat(allowance.granted()).isFalse();
    assertThat(allowance.spent()).isEqualTo("imports");
    assertThat(allowance.retryAfter().toMillis()).isEqualTo(300);
  }

  @Test
  void aBucketHoldsTheBurstAndNoMore() {
    var bucket = imports.bucket();
    assertThat(bucket.tryConsume(10)).isTrue();
    assertThat(bucket.tryConsume(1)).isFalse();
  }

  @Test
  void ofTwoLimitsTheNarrowerHolds() {
    assertThat(client.narrower(imports)).isEqualTo(imports);
    assertThat(imports.narrower(client)).isEqualTo(imports);
    assertThat(Rate.NONE.narrower(client)).isEqualTo(client);
    assertThat(client.narrower(Rate.NONE)).isEqualTo(client);
  }

  @Test
  void whereNothingIsLimitedNothingIsSaid() {
    var headers = MultiMap.caseInsensitiveMultiMap();
    new Allowance().writeTo(headers);
    assertThat(headers.isEmpty()).isTrue();
    assertThat(Rate.of("client", 0, OptionalLong.empty()).unlimited()).isTrue();
  }
}
