package dev.homeport.analytics.value.fitting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** {@code homeport.analytics.value.*}: how models are fitted. */
@ConfigMapping(prefix = "homeport.analytics.value")
public interface ValueConfig {

  /** After how many days an active model is fitted again, unless it says otherwise; 0 for never. */
  @WithDefault("7")
  @Min(0)
  @Max(365)
  int refitDays();

  /** The longest that the search for the most likely parameters may take. */
  @WithDefault("2m")
  Duration fitTime();

  /** Models that came of fitting again and are kept after they went out of use. */
  @WithDefault("8")
  @Min(0)
  @Max(50)
  int refitsKept();
}
