package dev.homeport.gateway.authentication;

import dev.homeport.gateway.keycloak.RealmEndpoints;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The realm's public keys. They are fetched at start and again when a token names a key that is not
 * known, at most once in a while; what is known stays good when Keycloak does not answer.
 */
@ApplicationScoped
class SigningKeys {
  private static final Logger LOG = Logger.getLogger(SigningKeys.class);

  private final RealmEndpoints realm;
  private final long pauseNanos;
  private volatile Map<String, Key> known = Map.of();
  private @Nullable Future<Map<String, Key>> fetch;
  private long fetchedAt;

  SigningKeys(RealmEndpoints realm, AuthenticationConfig config) {
    this.realm = realm;
    this.pauseNanos = config.signingKeysPause().toNanos();
  }

  void start(@Observes StartupEvent event) {
    fetch().onFailure(e -> LOG.warnf("signing keys not read yet: %s", e.getMessage()));
  }

  /**
   * The key of that id, or none when the realm has no such key. Fails when it is not known and
   * Keycloak does not answer.
   */
  Future<Optional<Key>> find(String id) {
    Key key = known.get(id);
    return key != null
        ? Future.succeededFuture(Optional.of(key))
        : fetch().map(keys -> Optional.ofNullable(keys.get(id)));
  }

  /** One fetch at a time; a finished one is not repeated too soon, whether it failed or not. */
  private synchronized Future<Map<String, Key>> fetch() {
    long now = System.nanoTime();
    if (fetch != null && (!fetch.isComplete() || now - fetchedAt < pauseNanos)) {
      return fetch;
    }
    fetchedAt = now;
    fetch = realm.signingKeys().map(SigningKeys::parse).onSuccess(keys -> known = keys);
    return fetch;
  }

  private static Map<String, Key> parse(String document) {
    try {
      var keys = new HashMap<String, Key>();
      for (JsonWebKey key : new JsonWebKeySet(document).getJsonWebKeys()) {
        if (key instanceof RsaJsonWebKey rsa && !"enc".equals(rsa.getUse())) {
          keys.put(String.valueOf(rsa.getKeyId()), rsa.getRsaPublicKey());
        }
      }
      return Map.copyOf(keys);
    } catch (JoseException e) {
      throw new IllegalStateException("The realm's keys are not a JSON Web Key Set", e);
    }
  }
}
