package dev.homeport.gateway.keyed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Idempotent answers that may hold a secret. What is stored with the key is the thing that the
 * answer is about, never the secret; that is added to the first answer and to every replay alike,
 * fresh from Keycloak. So a client that lost the first answer gets its credentials by asking again.
 */
@ApplicationScoped
public class KeyedAnswers {
  private final KeyedRequests requests;
  private final IdempotencyKeys keys;
  private final ObjectMapper json;

  KeyedAnswers(KeyedRequests requests, IdempotencyKeys keys, ObjectMapper json) {
    this.requests = requests;
    this.keys = keys;
    this.json = json;
  }

  /**
   * What an operation has done.
   *
   * @param thing that it was done to, without secrets
   */
  public record Done<V>(int status, V thing, Map<String, String> headers) {
    public Done {
      headers = Map.copyOf(headers);
    }
  }

  /** Runs work in a transaction of its own, under the tenant to which the key belongs. */
  @FunctionalInterface
  public interface Transactions {
    <T> T call(Callable<T> work);
  }

  /**
   * @param effect runs in a transaction, unless the key was answered before
   * @param entity makes the body out of the thing, after the transaction
   */
  public <V> Response once(
      Transactions transactions,
      @Nullable Object body,
      Class<V> type,
      Supplier<Done<V>> effect,
      Function<V, Object> entity) {
    Optional<KeyedRequest> keyed = requests.current(body, false);
    Kept kept =
        transactions.call(
            () ->
                keyed.isPresent()
                    ? claimed(keyed.get(), effect)
                    : new Kept(stored(effect.get()), false));
    StoredAnswer answer = kept.answer();
    var response = Response.status(answer.status()).entity(entity.apply(thing(answer, type)));
    answer.headers().forEach(response::header);
    if (kept.replayed()) {
      response.header("Idempotent-Replayed", "true");
    }
    return response.build();
  }

  private Kept claimed(KeyedRequest request, Supplier<? extends Done<?>> effect) {
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

  private StoredAnswer stored(Done<?> done) {
    try {
      return new StoredAnswer(done.status(), done.headers(), json.writeValueAsString(done.thing()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What an answer is about has no JSON", e);
    }
  }

  private <V> V thing(StoredAnswer answer, Class<V> type) {
    try {
      return json.readValue(answer.body(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored answer is not what it was about", e);
    }
  }

  private record Kept(StoredAnswer answer, boolean replayed) {}
}
