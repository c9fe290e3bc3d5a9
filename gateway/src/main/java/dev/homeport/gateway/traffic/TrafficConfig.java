package dev.homeport.gateway.traffic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Classes of requests, and the room that the gateway has for all of them. */
@ConfigMapping(prefix = "homeport.gateway.traffic")
public interface TrafficConfig {

  /** By name. Requests that no class names are {@code standard}. */
  Map<String, ClassConfig> classes();

  /**
   * Requests that may be on their way to one address of a service at once, waiting ones included.
   */
  @WithDefault("512")
  int perAddress();

  /** Requests that may be on their way through this replica at once, whatever the service. */
  @WithDefault("2048")
  int perReplica();

  /** What the requests of a class may have. */
  interface ClassConfig {

    /**
     * Path templates as services publish them, with a method before them where only that one is
     * meant ({@code POST /v1/orders}), or with a star at the end for all that begin alike.
     */
    Optional<List<String>> routes();

    /**
     * The part of the room, in per cent, up to which requests of this class are let in: the rest is
     * kept for classes with a larger one.
     */
    @WithDefault("100")
    int share();

    /** How long a service may take from the end of the request to the first byte of its answer. */
    @WithDefault("30s")
    Duration firstByteTimeout();

    /**
     * How long request and answer may take together. Files, which are taken or given for as long as
     * they move, are exempt.
     */
    @WithDefault("60s")
    Duration totalTimeout();
  }
}
