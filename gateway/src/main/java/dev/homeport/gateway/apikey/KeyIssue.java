package dev.homeport.gateway.apikey;

import dev.homeport.gateway.GatewayProblem;
import dev.homeport.gateway.authentication.KeyChanges;
import dev.homeport.gateway.keycloak.KeyClient;
import dev.homeport.gateway.keycloak.KeyClients;
import dev.homeport.gateway.keycloak.NewKeyClient;
import dev.homeport.gateway.limits.LimitsConfig;
import dev.homeport.gateway.tenant.TenantScopes;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.security.CurrentIdentity;
import dev.homeport.platform.tenant.CurrentTenant;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes, rotates and revokes the API keys of the tenant at hand; every method needs a transaction.
 *
 * <p>A key is a client at Keycloak, which alone holds its secrets and decides whether they are
 * good, and a row here that says what Keycloak does not. The two share no transaction, so each
 * operation leaves them such that the next look sets them right:
 *
 * <ul>
 *   <li>To make one, the client's name first goes on the list of clients that are to go, by itself;
 *       then the client is made; then row, audit entry and stored answer commit, and take the name
 *       off the list. Of an attempt that breaks off, {@link KeyRemovals} takes the client away;
 *       nobody has seen its secret.
 *   <li>To rotate one, Keycloak makes the secret first. The row knows when the last secret was made
 *       that somebody was shown: where Keycloak's is another one, an attempt broke off, and the
 *       next one shows that secret instead of making one more, so that the one in use is not ended.
 *   <li>To revoke one, the client goes first. An attempt that breaks off leaves a row of a key that
 *       opens nothing, until it is revoked again.
 *   <li>One that expires is refused here from that moment on, as its tokens say when that is; its
 *       client is put on the list.
 * </ul>
 */
@ApplicationScoped
public class KeyIssue {
  private static final Duration FARTHEST = Duration.ofDays(20 * 365L + 5);
  private static final int RANDOM = 24;

  private final KeyTable table;
  private final KeyClients clients;
  private final KeyChanges changes;
  private final CurrentTenant tenant;
  private final CurrentIdentity identity;
  private final Audit audit;
  private final ApiKeysConfig config;
  private final LimitsConfig limits;
  private final MeterRegistry metrics;

  KeyIssue(
      KeyTable table,
      KeyClients clients,
      KeyChanges changes,
      CurrentTenant tenant,
      CurrentIdentity identity,
      Audit audit,
      ApiKeysConfig config,
      LimitsConfig limits,
      MeterRegistry metrics) {
    this.table = table;
    this.clients = clients;
    this.changes = changes;
    this.tenant = tenant;
    this.identity = identity;
    this.audit = audit;
    this.config = config;
    this.limits = limits;
    this.metrics = metrics;
  }

  /**
   * Makes a key.
   *
   * @param held the scopes of the token that asks for it
   */
  public IssuedKey create(NewApiKey wanted, Set<String> held) {
    Instant now = now();
    List<String> scopes = scopes(wanted, held);
    checkPlan(wanted.plan());
    Instant expiresAt = expiry(wanted.expiresAt(), now);
    UUID owner = tenant.id();
    if (table.lockAndCount(owner) >= config.perTenant()) {
      throw Problem.of(
          GatewayProblem.API_KEY_LIMIT,
          "Revoke one that is not needed: there may be %d.".formatted(config.perTenant()));
    }
    UUID id = Ids.next();
    String clientId =
        "key-%s-%s".formatted(tenant.settings().slug(), id.toString().substring(RANDOM));
    table.begin(owner, clientId);
    KeyClient client =
        clients.create(
            new NewKeyClient(
                clientId,
                wanted.name(),
                owner,
                scopes,
                wanted.plan(),
                expiresAt,
                identity.client(),
                now,
                config.tokenLifetime()));
    var key =
        new IssuedKey(
            id,
            clientId,
            wanted.name(),
            scopes,
            wanted.plan(),
            identity.client(),
            now,
            expiresAt,
            client.secretMadeAt(),
            null,
            null,
            null);
    table.insert(owner, key);
    table.keep(clientId);
    record("create", null, key);
    return key;
  }

  /**
   * Gives a key a new secret.
   *
   * @param held the scopes of the token that asks for it: who sees a secret must hold what it opens
   * @param endPrevious whether the present secret stops at once; else it works for as long as the
   *     realm says
   */
  public IssuedKey rotate(UUID id, Set<String> held, boolean endPrevious) {
    IssuedKey before = locked(id);
    if (before.status(now()) != KeyStatus.ACTIVE) {
      throw Problem.of(GatewayProblem.API_KEY_ENDED);
    }
    var lacking = new TreeSet<>(before.scopes());
    lacking.removeAll(held);
    if (!lacking.isEmpty()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN,
          "The key has scopes that the token lacks: %s.".formatted(String.join(", ", lacking)));
    }
    String clientId = before.clientId();
    if (client(before).secretMadeAt().equals(before.secretMadeAt())) {
      clients.rotate(clientId);
    }
    if (endPrevious) {
      clients.endPrevious(clientId);
      changes.secretEnded(clientId);
    }
    KeyClient client = client(before);
    IssuedKey after =
        before.rotated(client.secretMadeAt(), endPrevious ? null : client.previousEndsAt(), now());
    table.update(after);
    record("rotate", before, after);
    return after;
  }

  /** Ends a key for good; one that has ended stays as it is. */
  public void revoke(UUID id) {
    IssuedKey before = locked(id);
    if (before.revokedAt() != null) {
      return;
    }
    clients.delete(before.clientId());
    changes.revoked(before.clientId());
    IssuedKey after = before.revoked(now());
    table.update(after);
    record("revoke", before, after);
  }

  private IssuedKey locked(UUID id) {
    return table.find(id, true).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /** Somebody may have taken it away at Keycloak itself. */
  private KeyClient client(IssuedKey key) {
    return clients.find(key.clientId()).orElseThrow(() -> Problem.of(GatewayProblem.API_KEY_ENDED));
  }

  private void record(String action, @Nullable IssuedKey before, IssuedKey after) {
    Instant now = now();
    audit.record(
        "api-key." + action,
        "api-key",
        Ids.show(IssuedKey.PREFIX, after.id()),
        before == null ? null : KeyView.from(before, now),
        KeyView.from(after, now));
    metrics.counter("homeport.gateway.api.keys", "action", action).increment();
  }

  private static List<String> scopes(NewApiKey wanted, Set<String> held) {
    var refused = new ArrayList<Integer>();
    for (int i = 0; i < wanted.scopes().size(); i++) {
      String scope = wanted.scopes().get(i);
      if (!TenantScopes.ALL.contains(scope) || !held.contains(scope)) {
        refused.add(i);
      }
    }
    if (!refused.isEmpty()) {
      Problem problem = Problem.of(GatewayProblem.SCOPE_NOT_HELD);
      for (int i : refused) {
        problem = problem.at("/scopes/" + i, "is not a scope of the token that makes the key");
      }
      throw problem;
    }
    return List.copyOf(new TreeSet<>(wanted.scopes()));
  }

  private void checkPlan(@Nullable String plan) {
    if (plan != null && !limits.plans().containsKey(plan)) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/plan", "is none of " + new TreeSet<>(limits.plans().keySet()));
    }
  }

  private static @Nullable Instant expiry(@Nullable Instant wanted, Instant now) {
    if (wanted == null) {
      return null;
    }
    Instant end = wanted.truncatedTo(ChronoUnit.SECONDS);
    if (!end.isAfter(now) || end.isAfter(now.plus(FARTHEST))) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/expiresAt", "must be in the next 20 years");
    }
    return end;
  }

  /** Real time: credentials know of no sandbox's clock. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
