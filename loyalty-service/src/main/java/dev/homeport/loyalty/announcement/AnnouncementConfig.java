package dev.homeport.loyalty.announcement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code homeport.loyalty.announcements.*}: how soon others hear of what moves members. */
@ConfigMapping(prefix = "homeport.loyalty.announcements")
interface AnnouncementConfig {

  /** How often members are looked for of whom something has changed. */
  @WithDefault("1s")
  Duration every();

  /** How long after a replica has stopped telling of a tenant another one takes over. */
  @WithDefault("10s")
  Duration lease();
}
