package dev.homeport.analytics.change.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code homeport.analytics.changes.*}: how soon scores and segments follow what happens. */
@ConfigMapping(prefix = "homeport.analytics.changes")
interface ChangeConfig {

  /** How often changes are looked for, and followed where there are any. */
  @WithDefault("2s")
  Duration followEvery();

  /** How long one replica may be at those of a tenant before another one takes over. */
  @WithDefault("60s")
  Duration lease();
}
