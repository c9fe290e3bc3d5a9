package dev.homeport.gateway.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;

/**
 * How many wrong credentials have come from an address. Every one is charged when it is known to be
 * wrong, into debt if need be, so that many at once gain nothing.
 */
@ApplicationScoped
class Guesses {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration IDLE = Duration.ofMinutes(20);
  private static final int ADDRESSES = 100_000;
  private static final int IPV6_NETWORK_BYTES = 8;

  /** Debt beyond this many times what a minute allows is let off. */
  private static final int DEBT = 10;

  private final int perMinute;
  private final Counter refused;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(ADDRESSES).expireAfterAccess(IDLE).build();

  Guesses(AuthenticationConfig config, MeterRegistry metrics) {
    this.perMinute = config.guessesPerMinute();
    this.refused = metrics.counter("homeport.gateway.limited", "limit", "guesses");
  }

  /** Whether no more credentials are tried for this address. */
  boolean spent(String address) {
    Bucket bucket = buckets.getIfPresent(network(address));
    return bucket != null && bucket.getAvailableTokens() <= 0;
  }

  /** One that was tried is wrong. */
  void charge(String address) {
    Bucket bucket = buckets.get(network(address), _ -> bucket());
    if (bucket.getAvailableTokens() > -(long) DEBT * perMinute) {
      bucket.consumeIgnoringRateLimits(1);
    }
  }

  /** The answer to one that is not tried. */
  Verdict.TooMany refusal(String address) {
    refused.increment();
    Bucket bucket = buckets.get(network(address), _ -> bucket());
    long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    return new Verdict.TooMany(Duration.ofNanos(nanos));
  }

  private Bucket bucket() {
    var limit = Bandwidth.builder().capacity(perMinute).refillGreedy(perMinute, MINUTE).build();
    return Bucket.builder().addLimit(limit).build();
  }

  /** Who has one address of IPv6 has the whole network. */
  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return Arrays.toString(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
