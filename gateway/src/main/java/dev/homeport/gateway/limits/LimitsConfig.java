package dev.homeport.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the plans of tenants allow. */
@ConfigMapping(prefix = "homeport.gateway.limits")
public interface LimitsConfig {

  /** By name. A tenant whose plan is not among them has {@code standard}. */
  Map<String, PlanConfig> plans();

  /**
   * Groups of routes that have a limit of their own, which all clients of a tenant share: path
   * templates, as services publish them, by the name of the group.
   */
  Map<String, List<String>> routes();

  /** How often replicas hand over the requests that they have counted. */
  @WithDefault("1s")
  Duration usageEvery();

  /** How soon a tenant's changed plan is noticed, at the most. */
  @WithDefault("10s")
  Duration planRefresh();

  /** A limit that nobody has used for this long is forgotten. */
  @WithDefault("10m")
  Duration idle();

  /** Limits that are kept in memory at the most; the one unused for longest goes first. */
  @WithDefault("200000")
  int kept();

  /** Where the limits are that all replicas share. */
  RedisConfig redis();

  /** A Redis server. Monthly quotas do not need one. */
  interface RedisConfig {

    /**
     * Its address, for example {@code redis://localhost:6379}, with a password {@code
     * rediss://:secret@host:6379}; absent: each replica has limits of its own.
     */
    Optional<String> url();

    /** How long it may take over one limit; a replica then goes on with limits of its own. */
    @WithDefault("100ms")
    Duration timeout();
  }

  /** A plan: requests in a second, where 0 means without limit, and how many may come at once. */
  interface PlanConfig {

    /** Of one client, lastingly. */
    @WithDefault("2000")
    long clientPerSecond();

    /** Of one client, at once; absent: what it may have in two seconds. */
    OptionalLong clientBurst();

    /** Of all clients of a tenant together, lastingly. */
    @WithDefault("5000")
    long tenantPerSecond();

    /** Of all clients of a tenant, at once; absent: what they may have in two seconds. */
    OptionalLong tenantBurst();

    /**
     * Of all clients of a tenant in a calendar month of UTC; 0 means without limit. What is
     * answered 429 or 5xx does not count.
     */
    @WithDefault("0")
    long monthlyRequests();

    /** Of all clients of a tenant in a group of routes. */
    Map<String, RouteConfig> routes();
  }

  /** A limit of a group of routes. */
  interface RouteConfig {

    /** Requests in a second, lastingly; 0 means without limit. */
    long perSecond();

    /** Requests at once; absent: what two seconds allow. */
    OptionalLong burst();
  }
}
