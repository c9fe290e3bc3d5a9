package dev.homeport.platform.security;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who does the work at hand; {@code system} in listeners and jobs. */
@ApplicationScoped
public class CurrentIdentity {
  private static final String SYSTEM = "system";

  private final CurrentIdentityAssociation identities;

  CurrentIdentity(CurrentIdentityAssociation identities) {
    this.identities = identities;
  }

  /** The {@code sub} claim: the person or the service account. */
  public String subject() {
    return token().map(JsonWebToken::getSubject).orElse(SYSTEM);
  }

  /** The OAuth2 client that the token was given to. */
  public String client() {
    return token().map(token -> token.<String>getClaim("azp")).orElse(SYSTEM);
  }

  private Optional<JsonWebToken> token() {
    if (!Arc.container().requestContext().isActive()) {
      return Optional.empty();
    }
    return identities.getIdentity().getPrincipal() instanceof JsonWebToken token
        ? Optional.of(token)
        : Optional.empty();
  }
}
