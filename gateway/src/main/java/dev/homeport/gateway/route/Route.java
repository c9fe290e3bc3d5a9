package dev.homeport.gateway.route;

/**
 * One operation of a service.
 *
 * @param service that answers it
 * @param method in capitals; {@code *} for any
 * @param template the path with its parameters in braces, as the service publishes it
 * @param streamed whether the body is a file that may be large, not a JSON document
 * @param signed whether it takes no token but a signature, which only its service can check
 * @param keyed whether its service takes a request once by its idempotency key
 */
public record Route(
    String service,
    String method,
    String template,
    boolean streamed,
    boolean signed,
    boolean keyed) {

  /** The method of a route that leaves the choice to its service. */
  public static final String ANY = "*";

  /** A route that takes a token and knows no idempotency keys. */
  public Route(String service, String method, String template, boolean streamed) {
    this(service, method, template, streamed, false, false);
  }
}
