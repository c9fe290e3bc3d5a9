package dev.homeport.gateway.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.gateway.GatewayProblem;
import dev.homeport.gateway.keycloak.TenantClient;
import dev.homeport.gateway.keycloak.TenantClients;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.MergePatch;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.money.Currencies;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.time.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Makes and changes tenants. Keycloak and the database cannot share a transaction, so the client at
 * Keycloak comes first, under a name that follows from the slug; it carries the tenant's id. Then
 * the account, its event and its audit entry commit together. An attempt that ends between the two
 * leaves a client that names a tenant nobody knows; the next one with that slug takes it over.
 * Every method needs a transaction of the platform.
 */
@ApplicationScoped
public class TenantAdministration {
  /** What the names of their clients begin with. */
  static final String CLIENT = "tenant-";

  private static final Set<String> CHANGEABLE = Set.of("name", "markets", "plan", "allowedOrigins");
  private static final List<String> FIXED =
      List.of("slug", "reportingCurrency", "timeZone", "sandbox");

  private final TenantClients clients;
  private final TenantScope scope;
  private final TenantPublication publication;
  private final Audit audit;
  private final MergePatch patches;
  private final Clock clock;

  TenantAdministration(
      TenantClients clients,
      TenantScope scope,
      TenantPublication publication,
      Audit audit,
      MergePatch patches,
      Clock clock) {
    this.clients = clients;
    this.scope = scope;
    this.publication = publication;
    this.audit = audit;
    this.patches = patches;
    this.clock = clock;
  }

  /** Makes a tenant; refuses a slug that is taken. */
  public TenantAccount create(NewTenant wanted) {
    TenantAccount account = account(wanted);
    if (TenantAccount.bySlug(wanted.slug()).isPresent()) {
      throw slugTaken();
    }
    TenantClient client =
        clients.ensure(clientId(account.slug), account.name, Ids.next(), TenantScopes.ALL);
    account.id = client.tenant();
    try {
      account.persistAndFlush();
    } catch (ConstraintViolationException _) {
      throw slugTaken();
    }
    publish("tenant.create", null, account);
    return account;
  }

  /** Changes what a merge patch names. */
  public TenantAccount change(TenantAccount account, JsonNode patch) {
    refuseFixed(patch);
    TenantChange changed = patches.apply(TenantChange.of(account), patch, CHANGEABLE);
    TenantView before = TenantView.from(account);
    account.name = changed.name();
    account.markets = List.copyOf(changed.markets());
    account.plan = changed.plan();
    account.allowedOrigins = List.copyOf(changed.allowedOrigins());
    account.revision = Revision.next(account.revision, clock);
    account.updatedAt = clock.instant();
    account.flush();
    publish("tenant.change", before, account);
    return account;
  }

  /**
   * Empties a sandbox: every service forgets what it holds of it, and its clock is the real one
   * again. Its settings and credentials stay.
   */
  public TenantAccount reset(TenantAccount account) {
    if (!account.sandbox) {
      throw Problem.of(GatewayProblem.NOT_A_SANDBOX);
    }
    account.epoch++;
    account.clockAheadMicros = 0;
    account.clockSetTo = null;
    account.revision = Revision.next(account.revision, clock);
    account.updatedAt = clock.instant();
    account.flush();
    publish("tenant.reset", TenantView.from(account), account);
    return account;
  }

  /** Gives the tenant's client a new secret. */
  public void rotate(TenantAccount account, boolean endPrevious) {
    clients.rotate(clientId(account.slug), endPrevious);
    scope.run(
        account.id,
        () ->
            audit.record(
                "tenant.credentials.rotate",
                "tenant",
                TenantPublication.shown(account),
                null,
                null));
  }

  /** The account, locked for a change; 404 when there is none. */
  public TenantAccount lock(UUID id) {
    return Optional.<TenantAccount>ofNullable(
            TenantAccount.findById(id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /** The present credentials of a tenant, from Keycloak. */
  public TenantClient credentials(String slug) {
    return clients.get(clientId(slug));
  }

  private TenantAccount account(NewTenant wanted) {
    if (Currencies.find(wanted.reportingCurrency()).isEmpty()) {
      throw Problem.of(CommonProblem.UNKNOWN_CURRENCY)
          .at("/reportingCurrency", "is not a currency code of ISO 4217");
    }
    if (!ZoneId.getAvailableZoneIds().contains(wanted.timeZone())) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/timeZone", "is not a zone of the IANA database, such as Europe/Berlin");
    }
    var account = new TenantAccount();
    account.slug = wanted.slug();
    account.name = wanted.name();
    account.reportingCurrency = wanted.reportingCurrency();
    account.timeZone = wanted.timeZone();
    account.markets = wanted.markets() == null ? List.of() : wanted.markets();
    account.sandbox = Boolean.TRUE.equals(wanted.sandbox());
    account.plan = wanted.plan() == null ? NewTenant.STANDARD_PLAN : wanted.plan();
    account.allowedOrigins = wanted.allowedOrigins() == null ? List.of() : wanted.allowedOrigins();
    account.revision = Revision.next(Revision.NONE, clock);
    account.createdAt = clock.instant();
    account.updatedAt = account.createdAt;
    return account;
  }

  private void publish(String action, @Nullable TenantView before, TenantAccount account) {
    scope.run(account.id, () -> publication.publish(action, before, account));
  }

  private static void refuseFixed(JsonNode patch) {
    for (String field : FIXED) {
      if (patch.has(field)) {
        throw Problem.of(GatewayProblem.SETTING_FIXED).at("/" + field, "cannot change any more");
      }
    }
  }

  private static String clientId(String slug) {
    return CLIENT + slug;
  }

  private static Problem slugTaken() {
    return Problem.of(GatewayProblem.SLUG_TAKEN).at("/slug", "is taken");
  }
}
