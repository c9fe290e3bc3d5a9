package dev.homeport.gateway.keycloak;

import dev.homeport.gateway.GatewayProblem;
import dev.homeport.platform.problem.Problem;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's own access token: for Keycloak's administration, and for questions to the services
 * that no caller asks. Blocking.
 */
@ApplicationScoped
public class OwnToken {
  private static final Logger LOG = Logger.getLogger(OwnToken.class);
  private static final Duration COME_BACK = Duration.ofSeconds(5);
  private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(30);

  private final RealmEndpoints realm;
  private final KeycloakConfig config;
  private volatile @Nullable Held held;

  OwnToken(RealmEndpoints realm, KeycloakConfig config) {
    this.realm = realm;
    this.config = config;
  }

  /**
   * A token that is good for another while.
   *
   * @throws Problem 503 when Keycloak does not answer, or does not let the gateway in
   */
  public String token() {
    Held present = held;
    if (present != null && present.until() - System.nanoTime() > 0) {
      return present.text();
    }
    long asked = System.nanoTime();
    return switch (await(realm.clientCredentials(config.clientId(), config.clientSecret()))) {
      case Grant.Granted granted -> {
        long life = granted.lifetime().minus(BEFORE_EXPIRY).toNanos();
        held = new Held(granted.token(), asked + life);
        yield granted.token();
      }
      case Grant.Refused _ -> {
        LOG.errorf("Keycloak refuses the gateway's own client clientId=%s", config.clientId());
        throw unavailable();
      }
    };
  }

  /** Asks for a new one the next time. */
  void forget() {
    held = null;
  }

  /** What Keycloak says, or a problem when it says nothing in time. */
  <T> T await(Future<T> answer) {
    try {
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(config.timeout().toMillis() * 2, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warnf("Keycloak does not answer: %s", e.getMessage());
      throw unavailable();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static Problem unavailable() {
    return Problem.of(GatewayProblem.IDENTITY_PROVIDER_UNAVAILABLE).retryAfter(COME_BACK);
  }

  private record Held(String text, long until) {}
}
