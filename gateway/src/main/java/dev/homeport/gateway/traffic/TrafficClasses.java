package dev.homeport.gateway.traffic;

import dev.homeport.gateway.route.Route;
import dev.homeport.gateway.traffic.TrafficConfig.ClassConfig;
import dev.homeport.platform.readiness.ConfigurationCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Which class a route is in: the longest name for it counts, with a method before without one. */
@ApplicationScoped
public class TrafficClasses implements ConfigurationCheck {
  private static final String STANDARD = "standard";
  private static final String PREFIX = "homeport.gateway.traffic.classes.";

  private final TrafficConfig config;
  private final TrafficClass standard;
  private final Map<String, TrafficClass> byPattern = new HashMap<>();
  private final ConcurrentMap<Route, TrafficClass> byRoute = new ConcurrentHashMap<>();

  TrafficClasses(TrafficConfig config) {
    this.config = config;
    var byName = new HashMap<String, TrafficClass>();
    config.classes().forEach((name, entry) -> byName.put(name, TrafficClass.of(name, entry)));
    config
        .classes()
        .forEach(
            (name, entry) ->
                routes(entry)
                    .forEach(
                        route -> byPattern.put(route, Objects.requireNonNull(byName.get(name)))));
    Duration minute = Duration.ofMinutes(1);
    this.standard = byName.getOrDefault(STANDARD, new TrafficClass(STANDARD, 100, minute, minute));
  }

  private static List<String> routes(ClassConfig entry) {
    return entry.routes().orElse(List.of());
  }

  /** The class of a route. */
  public TrafficClass of(Route route) {
    return byRoute.computeIfAbsent(route, this::find);
  }

  private TrafficClass find(Route route) {
    String template = route.template();
    String method = route.method() + ' ';
    for (String pattern : List.of(method + template, template)) {
      TrafficClass exact = byPattern.get(pattern);
      if (exact != null) {
        return exact;
      }
    }
    for (int end = template.length(); end > 0; end--) {
      String start = template.substring(0, end) + '*';
      for (String pattern : List.of(method + start, start)) {
        TrafficClass found = byPattern.get(pattern);
        if (found != null) {
          return found;
        }
      }
    }
    return standard;
  }

  @Override
  public List<String> faults() {
    var faults = new ArrayList<String>();
    if (!config.classes().containsKey(STANDARD)) {
      faults.add(PREFIX + STANDARD + " must exist: it is for all requests that no class names");
    }
    var named = new HashMap<String, String>();
    config
        .classes()
        .forEach(
            (name, entry) -> {
              if (entry.share() < 1 || entry.share() > 100) {
                faults.add(PREFIX + name + ".share must be from 1 to 100 per cent");
              }
              if (!entry.firstByteTimeout().isPositive() || !entry.totalTimeout().isPositive()) {
                faults.add(PREFIX + name + " must have timeouts above zero");
              }
              for (String route : routes(entry)) {
                String other = named.put(route, name);
                if (other != null) {
                  faults.add(PREFIX + name + ".routes names " + route + " as " + other + " does");
                }
              }
            });
    return faults;
  }
}
