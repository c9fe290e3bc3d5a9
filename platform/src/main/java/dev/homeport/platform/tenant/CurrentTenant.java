package dev.homeport.platform.tenant;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ScopedValue.CallableOp;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The tenant of the work at hand: the one named by {@link #call} in listeners and jobs, else the
 * {@code tenant} claim of the request's token, which is the only source a client has.
 */
@ApplicationScoped
public class CurrentTenant {
  private static final ScopedValue<UUID> SCOPE = ScopedValue.newInstance();

  private final CurrentIdentityAssociation identities;
  private final Tenants tenants;

  CurrentTenant(CurrentIdentityAssociation identities, Tenants tenants) {
    this.identities = identities;
    this.tenants = tenants;
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

  /** Empty outside any tenant, for example with a platform administrator's token. */
  public Optional<UUID> find() {
    if (SCOPE.isBound()) {
      return Optional.of(SCOPE.get());
    }
    if (!Arc.container().requestContext().isActive()) {
      return Optional.empty();
    }
    return identities.getIdentity().getPrincipal() instanceof JsonWebToken token
        ? Optional.ofNullable(token.<String>getClaim("tenant")).map(CurrentTenant::parse)
        : Optional.empty();
  }

  private static UUID parse(String claim) {
    try {
      return UUID.fromString(claim);
    } catch (IllegalArgumentException _) {
      throw Problem.of(CommonProblem.TENANT_REQUIRED);
    }
  }
}
