package dev.homeport.platform.tenant;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ScopedValue.CallableOp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The tenant of the work at hand: the one named by {@link #call} in listeners and jobs, else the
 * {@code tenant} claim of the request's token, which is the only source a client has; calls between
 * services carry a token with the scope {@code service} and name the tenant in a header.
 */
@ApplicationScoped
public class CurrentTenant {
  /** Names the tenant in calls between services; the edge strips it from all others. */
  public static final String TENANT_HEADER = "Homeport-Tenant";

  private static final String SERVICE_SCOPE = "service";
  private static final ScopedValue<UUID> SCOPE = ScopedValue.newInstance();

  private final CurrentIdentityAssociation identities;
  private final Tenants tenants;
  private final CurrentVertxRequest request;

  CurrentTenant(
      CurrentIdentityAssociation identities, Tenants tenants, CurrentVertxRequest request) {
    this.identities = identities;
    this.tenants = tenants;
    this.request = request;
  }

  /** Runs work under a tenant; a transaction must begin inside it. */
  public <T, X extends Throwable> T call(UUID tenant, CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(SCOPE, tenant).call(work);
  }

  /** As {@link #call}, for work without a result. */
  public void run(UUID tenant, Runnable work) {
    ScopedValue.where(SCOPE, tenant).run(work);
  }

  /**
   * @throws Problem 403 {@code tenant-required} when neither the scope nor the token names one
   */
  public UUID id() {
    return find().orElseThrow(() -> Problem.of(CommonProblem.TENANT_REQUIRED));
  }

  /**
   * @throws Problem 403 {@code tenant-unknown} while this service has not heard of the tenant
   */
  public TenantSettings settings() {
    return tenants.find(id()).orElseThrow(() -> Problem.of(CommonProblem.TENANT_UNKNOWN));
  }

  /** How far the clock of the tenant at hand runs ahead; zero outside any tenant. */
  public Duration clockAhead() {
    return find().flatMap(tenants::find).map(TenantSettings::clockAhead).orElse(Duration.ZERO);
  }

  /** Empty outside any tenant, for example with a platform administrator's token. */
  public Optional<UUID> find() {
    if (SCOPE.isBound()) {
      return Optional.of(SCOPE.get());
    }
    if (!Arc.container().requestContext().isActive()) {
      return Optional.empty();
    }
    return identities.getIdentity().getPrincipal() instanceof JsonWebToken token
        ? named(token)
        : Optional.empty();
  }

  /** A service of the suite acts for any tenant; it says for which in a header. */
  private Optional<UUID> named(JsonWebToken token) {
    String claim = token.getClaim("tenant");
    if (claim == null && scopes(token).contains(SERVICE_SCOPE)) {
      claim = request.getCurrent().request().getHeader(TENANT_HEADER);
    }
    return Optional.ofNullable(claim).map(CurrentTenant::parse);
  }

  private static List<String> scopes(JsonWebToken token) {
    String scopes = token.getClaim("scope");
    return scopes == null ? List.of() : List.of(scopes.split(" "));
  }

  private static UUID parse(String claim) {
    try {
      return UUID.fromString(claim);
    } catch (IllegalArgumentException _) {
      throw Problem.of(CommonProblem.TENANT_REQUIRED);
    }
  }
}
