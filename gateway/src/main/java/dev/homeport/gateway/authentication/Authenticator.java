package dev.homeport.gateway.authentication;

import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Decides about the {@code Authorization} header of a request. */
@ApplicationScoped
public class Authenticator {
  private static final String SCHEME = "Bearer ";
  private static final Verdict REVOKED =
      new Verdict.Refused("The API key has been revoked.", false);
  private static final Verdict NONE =
      new Verdict.Refused("Send an access token or an API key as a bearer token.", false);

  private final AccessTokens tokens;
  private final ApiKeys apiKeys;
  private final RevokedClients revoked;
  private final Guesses guesses;

  Authenticator(AccessTokens tokens, ApiKeys apiKeys, RevokedClients revoked, Guesses guesses) {
    this.tokens = tokens;
    this.apiKeys = apiKeys;
    this.revoked = revoked;
    this.guesses = guesses;
  }

  /**
   * Never fails. May complete on any thread.
   *
   * @param address where the request comes from
   */
  public Future<Verdict> authenticate(@Nullable String header, SocketAddress address) {
    if (header == null || !isBearer(header)) {
      return Future.succeededFuture(NONE);
    }
    String credential = header.substring(SCHEME.length()).strip();
    Future<Verdict> verdict =
        ApiKey.looksLike(credential)
            ? apiKeys.resolve(credential, address.hostAddress())
            : tokens.verify(credential);
    if (verdict.isComplete()) {
      // The common case, without a future more.
      Verdict decided = decided(verdict.result(), address);
      return decided == verdict.result() ? verdict : Future.succeededFuture(decided);
    }
    return verdict.map(found -> decided(found, address));
  }

  /** Whether the header holds a bearer credential, be it a token or an API key. */
  public static boolean isBearer(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  private Verdict decided(Verdict verdict, SocketAddress address) {
    return verdict instanceof Verdict.Accepted accepted && revoked.has(accepted.caller().client())
        ? REVOKED
        : charged(verdict, address);
  }

  /** A wrong credential costs its address something, and is told when it has cost too much. */
  private Verdict charged(Verdict verdict, SocketAddress address) {
    if (!(verdict instanceof Verdict.Refused refused) || !refused.guessed()) {
      return verdict;
    }
    String host = address.hostAddress();
    boolean spent = guesses.spent(host);
    guesses.charge(host);
    return spent ? guesses.refusal(host) : verdict;
  }
}
