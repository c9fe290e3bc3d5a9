package dev.homeport.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Whether and where a line is written for each request. */
@ConfigMapping(prefix = "homeport.gateway.access-log")
public interface AccessLogConfig {

  /** Whether it is. */
  @WithDefault("true")
  boolean enabled();

  /** The file that lines are added to; absent: standard output, beside the log. */
  Optional<Path> file();

  /** Lines that may wait to be written; more are left out, and counted. */
  @WithDefault("20000")
  int waiting();
}
