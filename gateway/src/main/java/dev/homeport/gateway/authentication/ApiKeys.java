package dev.homeport.gateway.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.homeport.gateway.keycloak.Grant;
import dev.homeport.gateway.keycloak.RealmEndpoints;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Exchanges API keys for access tokens at Keycloak, which alone knows and revokes them. A key's
 * token is kept for a minute at the most, a refusal for a few seconds, both under the key's hash.
 * However many requests come with a new key, Keycloak is asked once.
 */
@ApplicationScoped
class ApiKeys {
  private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(5);
  private static final Verdict NOT_A_KEY = new Verdict.Refused("The API key is not valid.", true);

  private final RealmEndpoints realm;
  private final AccessTokens tokens;
  private final Clock clock;
  private final AuthenticationConfig config;
  private final Guesses guesses;
  private final Counter refusals;
  private final Cache<Digest, Exchange> exchanges;

  ApiKeys(
      RealmEndpoints realm,
      AccessTokens tokens,
      Clock clock,
      AuthenticationConfig config,
      Guesses guesses,
      MeterRegistry metrics) {
    this.realm = realm;
    this.tokens = tokens;
    this.clock = clock;
    this.config = config;
    this.guesses = guesses;
    this.refusals = metrics.counter("homeport.gateway.api.key.refusals");
    this.exchanges = Caffeine.newBuilder().maximumSize(config.apiKeys()).build();
  }

  /**
   * Never fails, as {@link AccessTokens#verify}. A key that was good before is always asked about;
   * any other only as long as not too many from its address were wrong.
   */
  Future<Verdict> resolve(String credential, String address) {
    Digest digest = Digest.of(credential);
    Exchange present = exchanges.getIfPresent(digest);
    if (present == null || present.isOver(clock.instant())) {
      if ((present == null || !present.wasGood()) && guesses.spent(address)) {
        return Future.succeededFuture(guesses.refusal(address));
      }
      present =
          exchanges
              .asMap()
              .compute(
                  digest,
                  (_, other) ->
                      other == null || other.isOver(clock.instant()) ? begin(credential) : other);
    }
    return present.verdict();
  }

  private Exchange begin(String credential) {
    Optional<ApiKey> key = ApiKey.read(credential);
    return new Exchange(
        key.isPresent() ? exchange(key.get()) : Future.succeededFuture(refused()), clock.instant());
  }

  private Future<Verdict> exchange(ApiKey key) {
    return realm
        .clientCredentials(key.clientId(), key.secret())
        .compose(
            grant ->
                switch (grant) {
                  case Grant.Granted granted -> tokens.verify(granted.token());
                  case Grant.Refused _ -> Future.succeededFuture(refused());
                })
        .otherwise(new Verdict.Undecided());
  }

  private Verdict refused() {
    refusals.increment();
    return NOT_A_KEY;
  }

  /** A question to Keycloak and, once it is there, the answer. */
  private final class Exchange {
    private final Future<Verdict> verdict;
    private final Instant begun;

    private Exchange(Future<Verdict> verdict, Instant begun) {
      this.verdict = verdict;
      this.begun = begun;
    }

    private Future<Verdict> verdict() {
      return verdict;
    }

    private boolean wasGood() {
      return verdict.isComplete() && !(verdict.result() instanceof Verdict.Refused);
    }

    private boolean isOver(Instant now) {
      if (!verdict.isComplete()) {
        return false;
      }
      return !now.isBefore(
          switch (verdict.result()) {
            case Verdict.Accepted accepted -> end(accepted);
            case Verdict.Refused _ -> begun.plus(config.refusedApiKeyLifetime());
            case Verdict.Undecided _, Verdict.TooMany _ -> begun;
          });
    }

    private Instant end(Verdict.Accepted accepted) {
      Instant byKey = begun.plus(config.apiKeyLifetime());
      Instant byToken = accepted.expiresAt().minus(BEFORE_EXPIRY);
      return byToken.isBefore(byKey) ? byToken : byKey;
    }
  }
}
