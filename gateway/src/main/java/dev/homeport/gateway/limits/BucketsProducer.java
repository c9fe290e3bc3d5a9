package dev.homeport.gateway.limits;

import dev.homeport.platform.readiness.ConfigurationCheck;
import io.github.bucket4j.TimeMeter;
import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Where the buckets of all limits are: in Redis where there is one, else in memory. */
@ApplicationScoped
class BucketsProducer implements ConfigurationCheck {
  private static final String URL = "homeport.gateway.limits.redis.url";

  private final LimitsConfig config;

  BucketsProducer(LimitsConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  Buckets buckets(MeterRegistry metrics) {
    var own = new LocalBuckets(config);
    if (config.redis().url().isEmpty() || !faults().isEmpty()) {
      return own;
    }
    var shared =
        new SharedBuckets(
            RedisURI.create(config.redis().url().get()),
            config.redis().timeout(),
            own,
            config,
            TimeMeter.SYSTEM_MILLISECONDS);
    metrics.gauge("homeport.gateway.limits.shared", shared, s -> s.shared() ? 1 : 0);
    return shared;
  }

  void close(@Disposes Buckets buckets) {
    if (buckets instanceof SharedBuckets shared) {
      shared.close();
    }
  }

  @Override
  public List<String> faults() {
    if (config.redis().url().isEmpty()) {
      return List.of();
    }
    try {
      RedisURI.create(config.redis().url().get());
      return List.of();
    } catch (IllegalArgumentException _) {
      return List.of(URL + " must be an address like redis://localhost:6379");
    }
  }
}
