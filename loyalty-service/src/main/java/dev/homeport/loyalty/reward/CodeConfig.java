package dev.homeport.loyalty.reward;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** {@code homeport.loyalty.codes.*}: how often codes of vouchers may be tried in vain. */
@ConfigMapping(prefix = "homeport.loyalty.codes")
interface CodeConfig {

  /** How many codes that there are not one client of a tenant may try in a minute of the clock. */
  @WithDefault("60")
  @Min(1)
  @Max(100_000)
  int wrongPerMinute();
}
