package dev.homeport.gateway.overview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the parts of an overview are waited for. */
@ConfigMapping(prefix = "homeport.gateway.overview")
public interface OverviewConfig {

  /** What has not answered by then is named as missing. */
  @WithDefault("2s")
  Duration timeout();
}
