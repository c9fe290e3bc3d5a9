package dev.homeport.gateway.upstream;

import dev.homeport.gateway.upstream.CanariesConfig.CanaryConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which addresses services and their canaries have, by the services' names.
 *
 * @param services at least one address each
 */
record Addresses(Map<String, List<Address>> services, Map<String, Other> canaries) {

  /** A canary with its addresses read. */
  record Other(List<Address> addresses, Canary.Share share) {}

  Addresses {
    services = Map.copyOf(services);
    canaries = Map.copyOf(canaries);
  }

  /**
   * @throws IllegalArgumentException with the property that is wrong
   */
  static Addresses of(ServicesConfig services, CanariesConfig canaries) {
    var read = new TreeMap<String, List<Address>>();
    services
        .addresses()
        .forEach((name, list) -> read.put(name, addresses("services." + name, list)));
    var others = new HashMap<String, Other>();
    canaries.byService().forEach((name, canary) -> others.put(name, other(name, canary, read)));
    return new Addresses(read, others);
  }

  private static Other other(String name, CanaryConfig canary, Map<String, List<Address>> known) {
    String property = "canaries." + name;
    if (!known.containsKey(name)) {
      throw fault(property, "is the canary of a service that there is not");
    }
    if (canary.percent() < 0 || canary.percent() > 100) {
      throw fault(property + ".percent", "must be from 0 to 100");
    }
    return new Other(
        addresses(property + ".addresses", canary.addresses()), Canary.Share.of(canary));
  }

  private static List<Address> addresses(String property, List<URI> list) {
    if (list.isEmpty()) {
      throw fault(property, "must name at least one address");
    }
    try {
      return list.stream().map(Address::of).distinct().toList();
    } catch (IllegalArgumentException e) {
      throw fault(property, String.valueOf(e.getMessage()));
    }
  }

  private static IllegalArgumentException fault(String property, String what) {
    return new IllegalArgumentException("homeport.gateway." + property + ' ' + what);
  }

  /**
   * These addresses with what a file says instead.
   *
   * @throws IllegalArgumentException when the file has a fault
   * @throws UncheckedIOException when it cannot be read
   */
  Addresses with(Path file) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var names = new HashMap<String, String>();
    properties.forEach((name, value) -> names.put(name.toString(), value.toString()));
    try {
      var config =
          new SmallRyeConfigBuilder()
              .withSources(new PropertiesConfigSource(names, file.toString()))
              .withMapping(ServicesConfig.class)
              .withMapping(CanariesConfig.class)
              .build();
      return over(
          config.getConfigMapping(ServicesConfig.class),
          config.getConfigMapping(CanariesConfig.class));
    } catch (NoSuchElementException | IllegalStateException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private Addresses over(ServicesConfig changed, CanariesConfig added) {
    var all = new TreeMap<>(services);
    changed.addresses().forEach((name, list) -> all.put(name, addresses("services." + name, list)));
    if (!services.keySet().containsAll(all.keySet())) {
      throw new IllegalArgumentException("a new service needs a new start of the gateway");
    }
    var others = new HashMap<>(canaries);
    added.byService().forEach((name, canary) -> others.put(name, other(name, canary, all)));
    return new Addresses(all, others);
  }
}
