package dev.homeport.gateway.route;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All routes as a tree of path segments. A literal segment goes before a parameter. What no
 * template covers under {@code /v1/{service}/} still goes to the service of that name. Does not
 * change once made.
 */
public final class RouteTable {
  private static final String PREFIX = "/v1/";

  private final Node root = new Node();
  private final Map<String, Route> services = new HashMap<>();

  /**
   * Where two services publish the same operation, the first one has it.
   *
   * @param services names that are path segments of their own below {@code /v1/}
   */
  public RouteTable(Collection<String> services, List<Route> routes) {
    for (String name : services) {
      this.services.put(name, new Route(name, Route.ANY, PREFIX + name + "/*", false));
    }
    routes.forEach(this::add);
  }

  /** Finds who answers; {@code HEAD} is answered by whoever answers {@code GET}. */
  public Match match(String method, String path) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    var allowed = new TreeSet<String>();
    Route route = find(root, path, 1, wanted, allowed);
    if (route != null) {
      return new Match.Found(route);
    }
    if (!allowed.isEmpty()) {
      return new Match.WrongMethod(withImplied(allowed));
    }
    return prefixed(path);
  }

  private Match prefixed(String path) {
    int end = path.indexOf('/', PREFIX.length());
    if (end < 0 || !path.startsWith(PREFIX)) {
      return new Match.Unknown();
    }
    Route route = services.get(path.substring(PREFIX.length(), end));
    return route == null ? new Match.Unknown() : new Match.Found(route);
  }

  private void add(Route route) {
    Node node = root;
    for (String segment : route.template().substring(1).split("/", -1)) {
      node = segment.contains("{") ? node.parameter() : node.literal(segment);
    }
    node.routes.putIfAbsent(route.method(), route);
  }

  /** Depth first; {@code allowed} gathers the methods of every place that the path leads to. */
  private static @Nullable Route find(
      Node node, String path, int start, String method, Set<String> allowed) {
    if (start > path.length()) {
      allowed.addAll(node.routes.keySet());
      return node.routes.get(method);
    }
    int slash = path.indexOf('/', start);
    int end = slash < 0 ? path.length() : slash;
    Node literal = node.literals.get(path.substring(start, end));
    Route found = literal == null ? null : find(literal, path, end + 1, method, allowed);
    if (found == null && node.parameter != null && end > start) {
      found = find(node.parameter, path, end + 1, method, allowed);
    }
    return found;
  }

  private static Set<String> withImplied(Set<String> methods) {
    var all = new TreeSet<>(methods);
    all.add("OPTIONS");
    if (all.contains("GET")) {
      all.add("HEAD");
    }
    return all;
  }

  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private final Map<String, Route> routes = new HashMap<>();
    private @Nullable Node parameter;

    private Node literal(String segment) {
      return literals.computeIfAbsent(segment, _ -> new Node());
    }

    private Node parameter() {
      if (parameter == null) {
        parameter = new Node();
      }
      return parameter;
    }
  }
}
