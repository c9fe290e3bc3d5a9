package dev.homeport.gateway.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.gateway.keycloak.OwnToken;
import dev.homeport.gateway.upstream.Upstream;
import dev.homeport.gateway.upstream.Upstreams;
import dev.homeport.platform.tenant.CurrentTenant;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** Asks the services how far they have come with a tenant. */
@ApplicationScoped
public class ServiceStates {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Upstreams upstreams;
  private final OwnToken token;
  private final ObjectMapper json;

  ServiceStates(Upstreams upstreams, OwnToken token, ObjectMapper json) {
    this.upstreams = upstreams;
    this.token = token;
    this.json = json;
  }

  /**
   * What a service goes by.
   *
   * @param epoch how often the tenant has been emptied there
   * @param settledRevision of the settings up to which everything due has been done there
   */
  public record State(int epoch, long settledRevision) {}

  /** All services, by their names. */
  public SortedSet<String> all() {
    var names = new TreeSet<String>();
    upstreams.all().forEach(upstream -> names.add(upstream.name()));
    return names;
  }

  /** Those of which the state of a tenant is not yet as wanted, or not to be had. */
  public SortedSet<String> without(UUID tenant, Predicate<State> wanted) {
    Map<String, String> headers =
        Map.of(
            "authorization",
            "Bearer " + token.token(),
            CurrentTenant.TENANT_HEADER,
            tenant.toString());
    var answers =
        upstreams.all().stream().map(upstream -> reached(upstream, headers, wanted)).toList();
    var missing = new TreeSet<String>();
    Future.join(answers).toCompletionStage().toCompletableFuture().join();
    int i = 0;
    for (Upstream upstream : upstreams.all()) {
      if (!answers.get(i++).result()) {
        missing.add(upstream.name());
      }
    }
    return missing;
  }

  /** As {@link #without}, asking again until none is missing or the time is up. */
  public SortedSet<String> await(UUID tenant, Predicate<State> wanted, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    SortedSet<String> missing = without(tenant, wanted);
    while (!missing.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(PAUSE);
      missing = without(tenant, wanted);
    }
    return missing;
  }

  /** Never fails. */
  private Future<Boolean> reached(
      Upstream upstream, Map<String, String> headers, Predicate<State> wanted) {
    return upstreams
        .document(upstream, "/v1/" + upstream.name() + "/tenant", headers)
        .map(answer -> wanted.test(state(answer)))
        .otherwise(false);
  }

  private State state(Buffer answer) {
    try {
      JsonNode state = json.readTree(answer.getBytes());
      return new State(state.path("epoch").asInt(), state.path("settledRevision").asLong());
    } catch (IOException e) {
      throw new IllegalStateException("A service's answer is no JSON", e);
    }
  }
}
