package dev.homeport.gateway.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Callers without a token, whose signature only the service can check. All that is known of them
 * here is their address, so that is what their limit belongs to. Whoever tries paths that do not
 * exist is slowed down by address; wrong signatures count for the path they are sent to, because
 * platforms send for many merchants from the same addresses.
 */
@ApplicationScoped
public class SignedCallers {
  private static final String CLIENT = "signed ";
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final Guesses guesses;

  SignedCallers(Guesses guesses) {
    this.guesses = guesses;
  }

  /** Whose limits hold for an address. */
  public Caller caller(String address) {
    return new Caller(CLIENT + Guesses.network(address), null);
  }

  /** Why a request is not passed on; null when it is. */
  public Verdict.@Nullable TooMany refusal(String path, String address) {
    for (String key : new String[] {paths(address), signatures(path, address)}) {
      if (guesses.spent(key)) {
        return guesses.refusal(key);
      }
    }
    return null;
  }

  /** What the service has answered. */
  public void answered(String path, String address, int status) {
    if (status == NOT_FOUND) {
      guesses.charge(paths(address));
    } else if (status == UNAUTHORIZED) {
      guesses.charge(signatures(path, address));
    }
  }

  private static String paths(String address) {
    return "paths " + Guesses.network(address);
  }

  private static String signatures(String path, String address) {
    return "signatures " + path + ' ' + Guesses.network(address);
  }
}
