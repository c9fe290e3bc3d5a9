package dev.homeport.system.load;

import dev.homeport.local.Service;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to measure and for how long, from the system properties {@code load.*}.
 *
 * @param only goals such as P1; empty means all
 * @param rounds how often each figure is taken; the report shows medians
 * @param trial length of one trial
 * @param warmUp length of the trial before the first one, which nobody looks at
 * @param chain how long the whole chain must keep up with a rate
 * @param large whether two million orders are imported too
 * @param install whether nginx may be installed when it is missing
 * @param profiled the service of which a flight recording is made
 */
record LoadSettings(
    Set<String> only,
    int rounds,
    Duration trial,
    Duration warmUp,
    Duration chain,
    boolean large,
    boolean install,
    Optional<Service> profiled) {

  static LoadSettings fromSystem() {
    int seconds = Integer.getInteger("load.seconds", 10);
    return new LoadSettings(
        Arrays.stream(System.getProperty("load.only", "").split(","))
            .map(String::strip)
            .filter(goal -> !goal.isEmpty())
            .collect(Collectors.toSet()),
        Integer.getInteger("load.rounds", 3),
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(Integer.getInteger("load.warmup", seconds)),
        Duration.ofSeconds(Integer.getInteger("load.chain.seconds", 60)),
        Boolean.getBoolean("load.large"),
        Boolean.parseBoolean(System.getProperty("load.install", "true")),
        Optional.ofNullable(System.getProperty("load.profile")).map(Service::named));
  }

  boolean wants(String goal) {
    return only.isEmpty() || only.contains(goal);
  }
}
