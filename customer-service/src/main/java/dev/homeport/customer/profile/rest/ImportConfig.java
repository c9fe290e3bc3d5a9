package dev.homeport.customer.profile.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** {@code homeport.customer.imports.*}: how files of customers come in. */
@ConfigMapping(prefix = "homeport.customer.imports")
interface ImportConfig {

  /** Lines that share one transaction. */
  @WithDefault("250")
  @Min(1)
  @Max(5_000)
  int batch();
}
