package dev.homeport.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyExchangeTest {
  private static final Verdict REFUSED = new Verdict.Refused("no", true);
  private static final Verdict UNDECIDED = new Verdict.Undecided();

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Verdict first = token("first", 300);
  private final Promise<Verdict> answer = Promise.promise();

  @Test
  void aKeyIsAskedAboutAgainHalfway() {
    KeyExchange exchange = asked(Future.succeededFuture(first), null);
    pass(29);
    assertThat(exchange.isDue()).isFalse();
    pass(1);
    assertThat(exchange.isDue()).isTrue();
    assertThat(exchange.verdict().result()).isEqualTo(first);
  }

  @Test
  void aTokenThatIsShorterIsRenewedHalfway() {
    KeyExchange exchange = asked(Future.succeededFuture(token("short", 40)), null);
    pass(19);
    assertThat(exchange.isDue()).isFalse();
    pass(1);
    assertThat(exchange.isDue()).isTrue();
    KeyExchange renewal = asked(answer.future(), exchange);
    pass(14);
    assertThat(renewal.verdict().isComplete()).isTrue();
    pass(1);
    assertThat(renewal.verdict().isComplete()).isFalse();
  }

  @Test
  void nobodyWaitsForARenewal() {
    KeyExchange renewal = renewalAfter(30);
    assertThat(renewal.isDue()).isFalse();
    assertThat(renewal.verdict().result()).isEqualTo(first);
    Verdict second = token("second", 300);
    answer.complete(second);
    assertThat(renewal.verdict().result()).isEqualTo(second);
  }

  @Test
  void afterItsLifetimeAKeyWaitsForTheAnswer() {
    KeyExchange renewal = renewalAfter(60);
    Future<Verdict> verdict = renewal.verdict();
    assertThat(verdict.isComplete()).isFalse();
    answer.complete(REFUSED);
    assertThat(verdict.result()).isEqualTo(REFUSED);
    assertThat(renewal.isGood()).isFalse();
  }

  @Test
  void aRevokedKeyIsRefusedAsSoonAsItIsKnown() {
    KeyExchange renewal = renewalAfter(30);
    answer.complete(REFUSED);
    assertThat(renewal.verdict().result()).isEqualTo(REFUSED);
    pass(5);
    assertThat(renewal.isDue()).isTrue();
  }

  @Test
  void withoutAnAnswerTheTokenServesUntilItEnds() {
    KeyExchange renewal = renewalAfter(100);
    answer.complete(UNDECIDED);
    assertThat(renewal.verdict().result()).isEqualTo(first);
    assertThat(renewal.isDue()).isTrue();
    KeyExchange again = asked(Future.succeededFuture(UNDECIDED), renewal);
    pass(194);
    assertThat(again.verdict().result()).isEqualTo(first);
    pass(1);
    assertThat(again.verdict().result()).isEqualTo(UNDECIDED);
  }

  @Test
  void whatWasNeverGoodHasNothingToServe() {
    KeyExchange refused = asked(Future.succeededFuture(REFUSED), null);
    pass(5);
    assertThat(asked(answer.future(), refused).verdict().isComplete()).isFalse();
    answer.complete(UNDECIDED);
    assertThat(asked(answer.future(), refused).verdict().result()).isEqualTo(UNDECIDED);
  }

  private void pass(int seconds) {
    now = now.plusSeconds(seconds);
  }

  private KeyExchange renewalAfter(int seconds) {
    KeyExchange exchange = asked(Future.succeededFuture(first), null);
    pass(seconds);
    return asked(answer.future(), exchange);
  }

  private KeyExchange asked(Future<Verdict> future, @Nullable KeyExchange previous) {
    return new KeyExchange(
        future, previous, () -> now, Duration.ofSeconds(60), Duration.ofSeconds(5));
  }

  private Verdict token(String token, int seconds) {
    return new Verdict.Accepted(token, now.plusSeconds(seconds), new Caller(token, null));
  }
}
