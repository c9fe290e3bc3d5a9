package dev.homeport.gateway.route;

/**
 * One operation of a service.
 *
 * @param service that answers it
 * @param method in capitals; {@code *} for any
 * @param template the path with its parameters in braces, as the service publishes it
 * @param streamed whether the body is a file that may be large, not a JSON document
 */
public record Route(String service, String method, String template, boolean streamed) {

  /** The method of a route that leaves the choice to its service. */
  public static final String ANY = "*";
}
