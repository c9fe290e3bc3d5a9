package dev.homeport.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway talks to the services. */
@ConfigMapping(prefix = "homeport.gateway.upstream")
public interface UpstreamConfig {

  /** How long a request may wait for a connection, new or pooled. */
  @WithDefault("5s")
  Duration connectTimeout();

  /** Connections to one service at the most. */
  @WithDefault("256")
  int connections();

  /** Requests that may wait for a connection to one service; more are refused at once. */
  @WithDefault("1024")
  int waiting();

  /** An unused connection is closed after this time. */
  @WithDefault("30s")
  Duration keepAlive();

  /** How often a service is asked for the routes that it publishes. */
  @WithDefault("30s")
  Duration routesRefresh();

  /** How often while it has not yet answered; also what {@code Retry-After} says meanwhile. */
  @WithDefault("2s")
  Duration routesRetry();

  /** How long a service may take to send its routes, or to say how it is. */
  @WithDefault("5s")
  Duration answerTimeout();
}
