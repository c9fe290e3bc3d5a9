package dev.homeport.gateway.route;

/** The paths that the gateway answers itself. They are never forwarded, whoever publishes them. */
public final class OwnPaths {

  private static final String CUSTOMERS = "/v1/customers/";
  private static final String OVERVIEW = "/overview";

  private OwnPaths() {}

  /** Whether a path, or a path template, is the gateway's own. */
  public static boolean owns(String path) {
    return path.equals("/")
        || under("/q", path)
        || path.equals("/openapi.json")
        || path.equals("/openapi.yaml")
        || path.equals("/asyncapi.json")
        || path.equals("/asyncapi.yaml")
        || under("/docs", path)
        || under("/v1/api-keys", path)
        || under("/v1/tenants", path)
        || under("/v1/sandbox", path)
        || path.equals("/v1/usage")
        || under("/v1/gateway", path)
        || under("/v1/webhook-endpoints", path)
        || isOverview(path);
  }

  /** {@code /v1/customers/{id}/overview}. */
  private static boolean isOverview(String path) {
    int id = CUSTOMERS.length();
    return path.startsWith(CUSTOMERS)
        && path.endsWith(OVERVIEW)
        && path.indexOf('/', id) == path.length() - OVERVIEW.length();
  }

  private static boolean under(String prefix, String path) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }
}
