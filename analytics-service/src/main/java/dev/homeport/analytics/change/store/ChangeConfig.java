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

  /**
   * How long after a replica has last followed the changes of a tenant another one takes over; the
   * same one goes on as long as there are some.
   */
  @WithDefault("10s")
  Duration lease();
}
