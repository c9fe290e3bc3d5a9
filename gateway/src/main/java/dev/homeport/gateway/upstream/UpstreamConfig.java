package dev.homeport.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the gateway talks to the services. */
@ConfigMapping(prefix = "homeport.gateway.upstream")
public interface UpstreamConfig {

  /** How long a request may wait for a connection, new or pooled. */
  @WithDefault("5s")
  Duration connectTimeout();

  /** Connections to one address at the most. */
  @WithDefault("256")
  int connections();

  /** Requests that may wait for a connection to one address; more are refused at once. */
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

  /**
   * A file that is read again when it changes, without a request being dropped: properties {@code
   * homeport.gateway.services.*} and {@code homeport.gateway.canaries.*} in it go before those of
   * the start. One with a fault is told and passed over.
   */
  Optional<Path> file();

  /** How often it is looked at. */
  @WithDefault("5s")
  Duration fileRefresh();

  /** How many requests within ten seconds it takes to judge an address, or one route of it. */
  @WithDefault("20")
  int breakerCalls();

  /** How many of a hundred must have failed then for it to be left out. */
  @WithDefault("50")
  int breakerFailures();

  /** For how long it is left out the first time; each further time twice as long. */
  @WithDefault("1s")
  Duration breakerPause();

  /** For how long at the most. */
  @WithDefault("30s")
  Duration breakerLongestPause();
}
