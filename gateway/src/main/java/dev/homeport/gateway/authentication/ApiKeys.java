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
import org.jspecify.annotations.Nullable;

/**
 * Exchanges API keys for access tokens at Keycloak, which alone knows and revokes them. A key's
 * token is kept for a minute at the most, or until it ends where Keycloak does not answer, a
 * refusal for a few seconds, both under the key's hash. However many requests come with a key,
 * Keycloak is asked once.
 */
@ApplicationScoped
class ApiKeys {
  private static final Verdict NOT_A_KEY = new Verdict.Refused("The API key is not valid.", true);

  private final RealmEndpoints realm;
  private final AccessTokens tokens;
  private final Clock clock;
  private final AuthenticationConfig config;
  private final Guesses guesses;
  private final Counter refusals;
  private final Counter unanswered;
  private final Cache<Digest, KeyExchange> exchanges;

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
    this.unanswered = metrics.counter("homeport.gateway.api.key.unanswered");
    this.exchanges = Caffeine.newBuilder().maximumSize(config.apiKeys()).build();
  }

  /**
   * Never fails, as {@link AccessTokens#verify}. A key that was good before is always asked about;
   * any other only as long as not too many from its address were wrong.
   */
  Future<Verdict> resolve(String credential, String address) {
    Digest digest = Digest.of(credential);
    KeyExchange present = exchanges.getIfPresent(digest);
    if (present == null || present.isDue()) {
      if ((present == null || !present.isGood()) && guesses.spent(address)) {
        return Future.succeededFuture(guesses.refusal(address));
      }
      present =
          exchanges
              .asMap()
              .compute(
                  digest,
                  (_, other) -> other == null || other.isDue() ? begin(credential, other) : other);
    }
    return present.verdict();
  }

  /** Asks Keycloak again about all keys of a client that were good. */
  void forget(String clientId) {
    exchanges.asMap().values().removeIf(exchange -> exchange.isGoodOf(clientId));
  }

  private KeyExchange begin(String credential, @Nullable KeyExchange previous) {
    Future<Verdict> asked =
        ApiKey.read(credential)
            .map(this::exchange)
            .orElseGet(() -> Future.succeededFuture(refused()));
    return new KeyExchange(
        asked, previous, clock, config.apiKeyLifetime(), config.refusedApiKeyLifetime());
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
        .otherwise(this::undecided);
  }

  private Verdict undecided(Throwable failure) {
    unanswered.increment();
    return new Verdict.Undecided();
  }

  private Verdict refused() {
    refusals.increment();
    return NOT_A_KEY;
  }
}
