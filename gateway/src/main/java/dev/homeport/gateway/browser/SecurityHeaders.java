package dev.homeport.gateway.browser;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What every answer says to browsers, unless a page has said something stricter for itself. */
public final class SecurityHeaders {
  private static final CharSequence NO_SNIFF =
      HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
  private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
  private static final CharSequence TRANSPORT =
      HttpHeaders.createOptimized("Strict-Transport-Security");

  private SecurityHeaders() {}

  /** Adds what is missing. */
  public static void writeTo(HttpServerRequest request, MultiMap headers) {
    headers.set(NO_SNIFF, "nosniff");
    unlessThere(headers, HttpHeaders.CACHE_CONTROL, "no-store");
    unlessThere(headers, POLICY, "default-src 'none'; frame-ancestors 'none'");
    unlessThere(headers, REFERRER, "no-referrer");
    if (request.isSSL() || "https".equals(request.scheme())) {
      unlessThere(headers, TRANSPORT, "max-age=31536000");
    }
  }

  private static void unlessThere(MultiMap headers, CharSequence name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
