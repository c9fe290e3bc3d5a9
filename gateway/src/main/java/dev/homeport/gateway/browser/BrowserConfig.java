package dev.homeport.gateway.browser;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How scripts of other pages are let in. */
@ConfigMapping(prefix = "homeport.gateway.browser")
public interface BrowserConfig {

  /** How soon a tenant's changed origins are noticed, at the most. */
  @WithDefault("10s")
  Duration originsRefresh();

  /** How long a browser need not ask again whether it may call. */
  @WithDefault("10m")
  Duration preflightLifetime();
}
