package dev.homeport.gateway.webhook;

import dev.homeport.platform.readiness.ConfigurationCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Bodies lie under keys of days, which are destroyed after a month: the log ends before. */
@ApplicationScoped
class WebhookConfigCheck implements ConfigurationCheck {
  private static final String PREFIX = "homeport.gateway.webhooks.";
  private static final Duration MONTH = Duration.ofDays(30);

  private final WebhookConfig config;

  WebhookConfigCheck(WebhookConfig config) {
    this.config = config;
  }

  @Override
  public List<String> faults() {
    var faults = new ArrayList<String>();
    if (config.schedule().isEmpty() || config.schedule().stream().anyMatch(Duration::isNegative)) {
      faults.add(PREFIX + "schedule must have an attempt, and no negative time");
    }
    if (config.logKept().compareTo(MONTH) > 0 || !config.logKept().isPositive()) {
      faults.add(PREFIX + "log-kept must be more than nothing and at most 30d");
    }
    if (!config.timeout().isPositive() || config.timeout().compareTo(Duration.ofMinutes(5)) > 0) {
      faults.add(PREFIX + "timeout must be more than nothing and at most 5m");
    }
    if (config.maxInFlight() < 1) {
      faults.add(PREFIX + "max-in-flight must be at least 1");
    }
    return faults;
  }
}
