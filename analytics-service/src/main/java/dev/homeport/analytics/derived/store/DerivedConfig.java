package dev.homeport.analytics.derived.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** {@code homeport.analytics.derived.*}: how fresh it is, and what it may cost. */
@ConfigMapping(prefix = "homeport.analytics.derived")
interface DerivedConfig {

  /** How often it is looked for what has become stale. */
  @WithDefault("5s")
  Duration lookEvery();

  /** The least time from one derivation to the next. */
  @WithDefault("30s")
  Duration atMostEvery();

  /** One part in this many of the time may go into deriving or answering the same thing again. */
  @WithDefault("20")
  @Min(1)
  @Max(10_000)
  int share();

  /** The most that an answer which takes long may lag behind. */
  @WithDefault("10m")
  Duration oldest();

  /** How long one derivation may take. */
  @WithDefault("10m")
  Duration limit();

  /** Answers that a replica remembers, of all tenants and questions together. */
  @WithDefault("256")
  @Min(1)
  @Max(10_000)
  int remembered();

  /** Answers that a replica makes at a time. */
  @WithDefault("2")
  @Min(1)
  @Max(16)
  int atOnce();

  /** How long a request waits for its turn. */
  @WithDefault("20s")
  Duration patience();
}
