package dev.homeport.analytics.rfm.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** {@code homeport.analytics.rfm.*}: what is remembered, and how much is written at once. */
@ConfigMapping(prefix = "homeport.analytics.rfm")
interface RfmConfig {

  /** Snapshots that a replica remembers, of all tenants and days together. */
  @WithDefault("256")
  @Min(1)
  @Max(10_000)
  int remembered();

  /**
   * Customers that a replica holds in memory, of all tenants and scorings together; some fifty
   * bytes each. Where there are more, those that were not needed for longest are read again when
   * they are.
   */
  @WithDefault("3000000")
  @Min(0)
  int customersInMemory();

  /** Customers of a scoring whose scores are written in one transaction; the others follow. */
  @WithDefault("20000")
  @Min(1)
  @Max(200_000)
  int writtenAtOnce();

  /** Orders placed longer ago than so many days are history when they are told. */
  @WithDefault("2")
  @Min(0)
  @Max(3_650)
  int historyDays();
}
