package dev.homeport.gateway.forward;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of one request on its way through the gateway. */
@ConfigMapping(prefix = "homeport.gateway.forward")
public interface ForwardConfig {

  /** The largest body of an operation that takes a JSON document. */
  @WithDefault("1M")
  MemorySize maxBody();

  /** The largest body of an operation that takes a file. */
  @WithDefault("256M")
  MemorySize maxStreamedBody();

  /** How long nothing may move while a body is on its way, in either direction. */
  @WithDefault("30s")
  Duration idleTimeout();
}
