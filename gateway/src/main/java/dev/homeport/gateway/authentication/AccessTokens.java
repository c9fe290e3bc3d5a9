package dev.homeport.gateway.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * Access tokens of the realm: RS256, with our issuer, our audience and an end. Each is verified
 * once and then remembered until it expires.
 */
@ApplicationScoped
class AccessTokens {
  private static final AlgorithmConstraints RS256_ONLY =
      new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);
  private static final Verdict NOT_VALID =
      new Verdict.Refused("The access token is not valid here.", true);
  private static final Verdict OVER =
      new Verdict.Refused("The access token is no longer valid.", false);

  private final SigningKeys keys;
  private final Clock clock;
  private final AuthenticationConfig config;
  private final Cache<Digest, Known> verified;

  AccessTokens(SigningKeys keys, Clock clock, AuthenticationConfig config) {
    this.keys = keys;
    this.clock = clock;
    this.config = config;
    this.verified = Caffeine.newBuilder().maximumSize(config.tokens()).build();
  }

  /** Never fails: where Keycloak is needed and does not answer, the verdict says so. */
  Future<Verdict> verify(String token) {
    Digest digest = Digest.of(token);
    Known known = verified.getIfPresent(digest);
    if (known != null) {
      return Future.succeededFuture(
          clock.instant().isBefore(known.expiry())
              ? new Verdict.Accepted(token, known.expiry(), known.caller())
              : OVER);
    }
    return check(token)
        .onSuccess(
            verdict -> {
              if (verdict instanceof Verdict.Accepted accepted) {
                verified.put(digest, new Known(accepted.expiresAt(), accepted.caller()));
              }
            });
  }

  private Future<Verdict> check(String token) {
    String keyId;
    try {
      var signature = new JsonWebSignature();
      signature.setAlgorithmConstraints(RS256_ONLY);
      signature.setCompactSerialization(token);
      keyId = String.valueOf(signature.getKeyIdHeaderValue());
    } catch (JoseException _) {
      return Future.succeededFuture(NOT_VALID);
    }
    return keys.find(keyId)
        .map(key -> key.map(found -> check(token, found)).orElse(NOT_VALID))
        .otherwise(new Verdict.Undecided());
  }

  private Verdict check(String token, Key key) {
    try {
      JwtClaims claims = consumer(key).processToClaims(token);
      Instant end = end(claims);
      return clock.instant().isBefore(end)
          ? new Verdict.Accepted(token, end, caller(claims))
          : OVER;
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException _) {
      return NOT_VALID;
    }
  }

  private static Caller caller(JwtClaims claims) throws MalformedClaimException {
    String tenant = claims.getStringClaimValue("tenant");
    String client = claims.getStringClaimValue("azp");
    return new Caller(
        client == null ? String.valueOf(claims.getSubject()) : client,
        tenant == null ? null : UUID.fromString(tenant),
        claims.getStringClaimValue("plan"));
  }

  /** The token's, or that of the API key behind it. */
  private static Instant end(JwtClaims claims) throws MalformedClaimException {
    Instant token = Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis());
    Long key = claims.getClaimValue("key_expires_at", Long.class);
    return key == null || Instant.ofEpochSecond(key).isAfter(token)
        ? token
        : Instant.ofEpochSecond(key);
  }

  private JwtConsumer consumer(Key key) {
    return new JwtConsumerBuilder()
        .setVerificationKey(key)
        .setJwsAlgorithmConstraints(RS256_ONLY)
        .setExpectedIssuer(config.issuer())
        .setExpectedAudience(config.audience())
        .setRequireExpirationTime()
        .build();
  }

  private record Known(Instant expiry, Caller caller) {}
}
