package dev.homeport.platform.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** {@code homeport.jobs.*}: how a replica runs jobs. */
@ConfigMapping(prefix = "homeport.jobs")
public interface JobConfig {

  /** Whether this replica runs jobs at all. */
  @WithDefault("true")
  boolean enabled();

  /** Jobs that this replica runs at the same time. */
  @WithDefault("2")
  @Min(1)
  @Max(64)
  int concurrency();

  /** How long a job belongs to a replica that has fallen silent. */
  @WithDefault("10s")
  Duration lease();

  /** How often a replica prolongs the leases of the jobs it runs; well below the lease. */
  @WithDefault("3s")
  Duration heartbeat();

  /** How often a replica looks for jobs that others submitted or left. */
  @WithDefault("1s")
  Duration poll();

  /** The longest that one step may take. */
  @WithDefault("5m")
  Duration stepTimeout();

  /** How long a stop waits for the current steps to end. */
  @WithDefault("10s")
  Duration drain();

  /** Runs in a row without a committed step after which a job fails. */
  @WithDefault("10")
  @Min(0)
  int setbacks();

  /** Errors of one job that can be read; the count goes on. */
  @WithDefault("10000")
  @Min(0)
  int errorsKept();

  /** How long an ended job can be looked at. */
  @WithDefault("30d")
  Duration kept();
}
