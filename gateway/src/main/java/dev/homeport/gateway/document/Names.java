package dev.homeport.gateway.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gives what several services call alike a name that says whose it is. */
final class Names {
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Map<String, String>> given = new HashMap<>();

  /** A name that keeps its meaning: no new one will be like it. */
  void keep(String name) {
    taken.add(name);
  }

  /**
   * A name of its own for what a service calls {@code name}, with the service's before it.
   *
   * @param before what all names of this kind begin with, such as {@code schemas/}
   */
  void give(String service, String before, String name, boolean capital) {
    String wanted = before + prefixed(service, name, capital);
    String free = wanted;
    for (int i = 2; !taken.add(free); i++) {
      free = wanted + i;
    }
    given.computeIfAbsent(service, _ -> new TreeMap<>()).put(before + name, free);
  }

  /** The new names of a service by its own. */
  Map<String, String> of(String service) {
    return given.getOrDefault(service, Map.of());
  }

  /** {@code order-service} and {@code Address} make {@code OrderServiceAddress}. */
  private static String prefixed(String service, String name, boolean capital) {
    var text = new StringBuilder();
    for (String word : service.split("[^A-Za-z0-9]+")) {
      text.append(capitalised(word));
    }
    text.append(capitalised(name));
    return capital
        ? text.toString()
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static String capitalised(String word) {
    return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
