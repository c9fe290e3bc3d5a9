package dev.homeport.gateway.testing;

import dev.homeport.gateway.webhook.WebhookConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings for what is tried without a running gateway. */
public record FixedWebhookConfig(List<String> entries, Duration patience) implements WebhookConfig {

  @Override
  public Optional<List<String>> allowed() {
    return Optional.of(entries);
  }

  @Override
  public List<Duration> schedule() {
    return List.of(Duration.ZERO);
  }

  @Override
  public Duration timeout() {
    return patience;
  }

  @Override
  public Duration disableAfter() {
    return Duration.ofDays(1);
  }

  @Override
  public Duration logKept() {
    return Duration.ofDays(1);
  }

  @Override
  public Duration secretOverlap() {
    return Duration.ofDays(1);
  }

  @Override
  public int endpointsPerTenant() {
    return 1;
  }

  @Override
  public int maxInFlight() {
    return 1;
  }

  @Override
  public Duration poll() {
    return Duration.ofSeconds(1);
  }
}
