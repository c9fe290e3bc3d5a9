package dev.homeport.gateway.upstream;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/**
 * A service at its address.
 *
 * @param name as in paths
 * @param origin scheme, host and port, without a path
 */
public record Upstream(String name, String origin, String host, int port, boolean tls) {

  /**
   * @throws IllegalArgumentException when it is not an http or https address without a path
   */
  static Upstream of(String name, URI address) {
    boolean tls = "https".equals(address.getScheme());
    boolean pathless = address.getRawPath() == null || address.getRawPath().isEmpty();
    if (address.getHost() == null || !pathless || !(tls || "http".equals(address.getScheme()))) {
      throw new IllegalArgumentException(
          "must be an address like http://localhost:8082, without a path");
    }
    int port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
    return new Upstream(name, address.toString(), address.getHost(), port, tls);
  }

  /** A request to this service. */
  public RequestOptions request(HttpMethod method, String target) {
    return new RequestOptions()
        .setMethod(method)
        .setHost(host)
        .setPort(port)
        .setSsl(tls)
        .setURI(target);
  }
}
