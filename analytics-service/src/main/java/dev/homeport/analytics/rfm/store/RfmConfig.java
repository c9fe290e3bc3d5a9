package dev.homeport.analytics.rfm.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** {@code homeport.analytics.rfm.*}: how fresh scores are, and what is remembered. */
@ConfigMapping(prefix = "homeport.analytics.rfm")
interface RfmConfig {

  /** How often cut points are looked at, and taken anew where something has changed. */
  @WithDefault("2s")
  Duration refreshEvery();

  /** How long one replica may be at it before another one takes over. */
  @WithDefault("60s")
  Duration lease();

  /** Snapshots that a replica remembers, of all tenants and days together. */
  @WithDefault("256")
  @Min(1)
  @Max(10_000)
  int remembered();
}
