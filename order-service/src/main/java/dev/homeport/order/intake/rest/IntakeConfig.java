package dev.homeport.order.intake.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** {@code homeport.order.intake.*}: how orders come in. */
@ConfigMapping(prefix = "homeport.order.intake")
interface IntakeConfig {

  /** The most single orders that share one transaction. */
  @WithDefault("128")
  @Min(1)
  @Max(1000)
  int group();

  /** How long a group waits for more, when others have been written just before. */
  @WithDefault("3ms")
  Duration gather();

  /** The most single orders that wait; beyond it callers are asked to come back. */
  @WithDefault("4096")
  @Min(1)
  @Max(100_000)
  int queue();

  /** How long a single order waits for its answer at most. */
  @WithDefault("30s")
  Duration patience();

  /** Lines of an import that share one transaction. */
  @WithDefault("500")
  @Min(1)
  @Max(10_000)
  int importBatch();
}
