package dev.homeport.gateway.forward;

import dev.homeport.gateway.upstream.Address;
import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers pass the gateway. */
final class Headers {
  /** They belong to one connection (RFC 9110, section 7.6.1). */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /**
   * Set anew for the service, or believed by services only if they come from inside. The trace
   * context is written by the tracer of the client.
   */
  private static final Set<String> OURS =
      Set.of(
          "authorization",
          "baggage",
          "expect",
          "forwarded",
          "host",
          "http2-settings",
          "traceparent",
          "tracestate",
          "via",
          "x-real-ip");

  private static final List<String> OUR_PREFIXES = List.of("homeport-", "x-forwarded-");

  private Headers() {}

  /** Copies what a client may tell a service. */
  static void toService(MultiMap from, MultiMap to) {
    Set<String> connection = namedByConnection(from);
    for (Map.Entry<String, String> header : from) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!isHopByHop(name, connection) && !OURS.contains(name) && !hasOurPrefix(name)) {
        to.add(header.getKey(), header.getValue());
      }
    }
  }

  /** Copies what a service tells its client. Addresses of the service become paths. */
  static void toClient(MultiMap from, MultiMap to, Address service) {
    Set<String> connection = namedByConnection(from);
    for (Map.Entry<String, String> header : from) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (name.equals("location")) {
        to.add(header.getKey(), withoutOrigin(header.getValue(), service));
      } else if (!isHopByHop(name, connection)) {
        to.add(header.getKey(), header.getValue());
      }
    }
  }

  private static String withoutOrigin(String location, Address service) {
    return location.startsWith(service.origin() + "/")
        ? location.substring(service.origin().length())
        : location;
  }

  private static boolean isHopByHop(String name, Set<String> connection) {
    return HOP_BY_HOP.contains(name) || connection.contains(name);
  }

  private static boolean hasOurPrefix(String name) {
    return OUR_PREFIXES.stream().anyMatch(name::startsWith);
  }

  private static Set<String> namedByConnection(MultiMap headers) {
    List<String> values = headers.getAll("connection");
    if (values.isEmpty()) {
      return Set.of();
    }
    var names = new HashSet<String>();
    for (String value : values) {
      for (String name : value.split(",")) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
