package dev.homeport.gateway.authentication;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Decides about the {@code Authorization} header of a request. */
@ApplicationScoped
public class Authenticator {
  private static final String SCHEME = "Bearer ";
  private static final Verdict NONE =
      new Verdict.Refused("Send an access token or an API key as a bearer token.");

  private final AccessTokens tokens;
  private final ApiKeys apiKeys;

  Authenticator(AccessTokens tokens, ApiKeys apiKeys) {
    this.tokens = tokens;
    this.apiKeys = apiKeys;
  }

  /** Never fails. May complete on any thread. */
  public Future<Verdict> authenticate(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Future.succeededFuture(NONE);
    }
    String credential = header.substring(SCHEME.length()).strip();
    return ApiKey.looksLike(credential) ? apiKeys.resolve(credential) : tokens.verify(credential);
  }

  /** Whether the header holds an API key, which only the gateway understands. */
  public boolean isApiKey(@Nullable String header) {
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && ApiKey.looksLike(header.substring(SCHEME.length()).strip());
  }
}
