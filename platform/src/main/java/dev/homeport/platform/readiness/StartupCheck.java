package dev.homeport.platform.readiness;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.stream.Collectors;

/** Runs every {@link ConfigurationCheck} and refuses to start with a line for each fault. */
@ApplicationScoped
class StartupCheck {
  private final Instance<ConfigurationCheck> checks;

  StartupCheck(@Any Instance<ConfigurationCheck> checks) {
    this.checks = checks;
  }

  void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    refuse(checks.stream().flatMap(check -> check.faults().stream()).sorted().toList());
  }

  /** Quarkus prints the message of this exception alone, without a stack trace. */
  static void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new ConfigurationException(
          faults.stream()
              .map(fault -> "Configuration fault: " + fault)
              .collect(Collectors.joining(System.lineSeparator())));
    }
  }
}
