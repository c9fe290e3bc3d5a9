package dev.homeport.gateway.route;

/** The paths that the gateway answers itself. They are never forwarded, whoever publishes them. */
public final class OwnPaths {

  private OwnPaths() {}

  /** Whether a path, or a path template, is the gateway's own. */
  public static boolean owns(String path) {
    return path.equals("/")
        || path.equals("/q")
        || path.startsWith("/q/")
        || under("/v1/tenants", path)
        || under("/v1/sandbox", path)
        || under("/v1/gateway", path);
  }

  private static boolean under(String prefix, String path) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }
}
