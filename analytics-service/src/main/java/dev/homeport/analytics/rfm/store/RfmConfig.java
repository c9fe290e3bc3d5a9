package dev.homeport.analytics.rfm.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** {@code homeport.analytics.rfm.*}: what is remembered. */
@ConfigMapping(prefix = "homeport.analytics.rfm")
interface RfmConfig {

  /** Snapshots that a replica remembers, of all tenants and days together. */
  @WithDefault("256")
  @Min(1)
  @Max(10_000)
  int remembered();
}
