package dev.homeport.gateway.upstream;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/**
 * Where a service listens.
 *
 * @param origin scheme, host and port, without a path
 */
public record Address(String origin, String host, int port, boolean tls) {

  /**
   * @throws IllegalArgumentException when it is not an http or https address without a path
   */
  static Address of(URI address) {
    boolean tls = "https".equals(address.getScheme());
    boolean pathless = address.getRawPath() == null || address.getRawPath().isEmpty();
    if (address.getHost() == null || !pathless || !(tls || "http".equals(address.getScheme()))) {
      throw new IllegalArgumentException(
          "must be an address like http://localhost:8082, without a path");
    }
    int port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
    return new Address(address.toString(), address.getHost(), port, tls);
  }

  /** A request to it. */
  public RequestOptions request(HttpMethod method, String target) {
    return new RequestOptions()
        .setMethod(method)
        .setHost(host)
        .setPort(port)
        .setSsl(tls)
        .setURI(target);
  }
}
