package dev.homeport.platform.job;

import dev.homeport.platform.readiness.ConfigurationCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * A lease that is not prolonged in time would let two replicas run the same job again and again.
 */
@ApplicationScoped
class JobConfigCheck implements ConfigurationCheck {
  private final JobConfig config;

  JobConfigCheck(JobConfig config) {
    this.config = config;
  }

  @Override
  public List<String> faults() {
    return config.heartbeat().multipliedBy(2).compareTo(config.lease()) > 0
        ? List.of("homeport.jobs.heartbeat must be at most half of homeport.jobs.lease")
        : List.of();
  }
}
