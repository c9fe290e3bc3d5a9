package dev.homeport.gateway.tenant.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.gateway.tenant.TenantScope;
import dev.homeport.gateway.tenant.TenantView;
import dev.homeport.platform.idempotency.Claim;
import dev.homeport.platform.idempotency.IdempotencyKeys;
import dev.homeport.platform.idempotency.KeyedRequest;
import dev.homeport.platform.idempotency.KeyedRequests;
import dev.homeport.platform.idempotency.StoredAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Idempotent answers that may hold a secret. What is stored with the key is the tenant, never the
 * secret; that is added to the first answer and to every replay alike, fresh from Keycloak. So a
 * client that lost the first answer gets its credentials by asking again.
 */
@ApplicationScoped
class KeyedAnswers {
  private final TenantScope scope;
  private final KeyedRequests requests;
  private final IdempotencyKeys keys;
  private final ObjectMapper json;

  KeyedAnswers(TenantScope scope, KeyedRequests requests, IdempotencyKeys keys, ObjectMapper json) {
    this.scope = scope;
    this.requests = requests;
    this.keys = keys;
    this.json = json;
  }

  /** What an operation has done. */
  record Done(int status, TenantView tenant, Map<String, String> headers) {}

  /**
   * @param effect runs in a transaction of the platform, unless the key was answered before
   * @param entity makes the body out of the tenant, after the transaction
   */
  Response once(@Nullable Object body, Supplier<Done> effect, Function<TenantView, Object> entity) {
    Optional<KeyedRequest> keyed = requests.current(body, false);
    Kept kept =
        scope.transaction(
            () ->
                keyed.isPresent()
                    ? claimed(keyed.get(), effect)
                    : new Kept(stored(effect.get()), false));
    StoredAnswer answer = kept.answer();
    var response = Response.status(answer.status()).entity(entity.apply(tenant(answer)));
    answer.headers().forEach(response::header);
    if (kept.replayed()) {
      response.header("Idempotent-Replayed", "true");
    }
    return response.build();
  }

  private Kept claimed(KeyedRequest request, Supplier<Done> effect) {
    return switch (keys.claim(List.of(request)).getFirst()) {
      case Claim.Answered answered -> new Kept(answered.answer(), true);
      case Claim.Reused reused -> throw reused.problem();
      case Claim.InFlight inFlight -> throw inFlight.problem();
      case Claim.Fresh _ -> {
        StoredAnswer answer = stored(effect.get());
        keys.store(List.of(request), List.of(answer));
        yield new Kept(answer, false);
      }
    };
  }

  private StoredAnswer stored(Done done) {
    try {
      return new StoredAnswer(
          done.status(), done.headers(), json.writeValueAsString(done.tenant()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tenant has no JSON", e);
    }
  }

  private TenantView tenant(StoredAnswer answer) {
    try {
      return json.readValue(answer.body(), TenantView.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored answer is not a tenant", e);
    }
  }

  private record Kept(StoredAnswer answer, boolean replayed) {}
}
