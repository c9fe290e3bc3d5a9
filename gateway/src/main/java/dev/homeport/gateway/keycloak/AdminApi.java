package dev.homeport.gateway.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.gateway.GatewayProblem;
import dev.homeport.gateway.keycloak.KeycloakHttp.Reply;
import dev.homeport.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keycloak's administration of the realm's clients, with the gateway's own token. Blocking. */
@ApplicationScoped
class AdminApi {
  private static final Logger LOG = Logger.getLogger(AdminApi.class);
  private static final Duration COME_BACK = Duration.ofSeconds(5);
  private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(30);
  private static final int UNAUTHORIZED = 401;

  private final KeycloakHttp keycloak;
  private final RealmEndpoints realm;
  private final KeycloakConfig config;
  private final ObjectMapper json;
  private final Clock clock;
  private volatile @Nullable OwnToken token;

  AdminApi(
      KeycloakHttp keycloak,
      RealmEndpoints realm,
      KeycloakConfig config,
      ObjectMapper json,
      Clock clock) {
    this.keycloak = keycloak;
    this.realm = realm;
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param path below {@code /clients} of the realm
   * @param body written as JSON; none when null
   * @throws Problem 503 when Keycloak does not answer, or does not let the gateway in
   */
  Reply call(HttpMethod method, String path, @Nullable Object body) {
    Reply reply = once(method, path, body);
    if (reply.status() == UNAUTHORIZED) {
      // Its keys have changed since the token was given.
      token = null;
      reply = once(method, path, body);
    }
    return reply;
  }

  private Reply once(HttpMethod method, String path, @Nullable Object body) {
    var headers = Map.of("authorization", "Bearer " + token(), "content-type", "application/json");
    String target = "/admin/realms/" + config.realm() + "/clients" + path;
    return await(keycloak.send(method, target, headers, bytes(body)));
  }

  private String token() {
    OwnToken present = token;
    if (present != null && clock.instant().isBefore(present.until())) {
      return present.text();
    }
    Instant asked = clock.instant();
    return switch (await(realm.clientCredentials(config.clientId(), config.clientSecret()))) {
      case Grant.Granted granted -> {
        Instant until = asked.plus(granted.lifetime()).minus(BEFORE_EXPIRY);
        token = new OwnToken(granted.token(), until);
        yield granted.token();
      }
      case Grant.Refused _ -> {
        LOG.errorf("Keycloak refuses the gateway's own client clientId=%s", config.clientId());
        throw unavailable();
      }
    };
  }

  private <T> T await(Future<T> future) {
    try {
      return future
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

  private Buffer bytes(@Nullable Object body) {
    try {
      return body == null ? Buffer.buffer() : Buffer.buffer(json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A client has no JSON", e);
    }
  }

  private static Problem unavailable() {
    return Problem.of(GatewayProblem.IDENTITY_PROVIDER_UNAVAILABLE).retryAfter(COME_BACK);
  }

  private record OwnToken(String text, Instant until) {}
}
