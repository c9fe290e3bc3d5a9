package dev.homeport.analytics.segment.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** {@code homeport.analytics.segments.*}: how membership is kept up to date. */
@ConfigMapping(prefix = "homeport.analytics.segments")
interface SegmentConfig {

  /** How often looks at all customers are gone on with. */
  @WithDefault("1s")
  Duration goOnEvery();

  /** How long one replica may be at those of a tenant before another one takes over. */
  @WithDefault("60s")
  Duration lease();

  /** Customers that are looked at in one transaction. */
  @WithDefault("20000")
  @Min(1)
  @Max(100_000)
  int step();
}
