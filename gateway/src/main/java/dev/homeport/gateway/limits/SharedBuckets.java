package dev.homeport.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Buckets in Redis, the same for all replicas. A bucket is compared and swapped there, so that no
 * token is given out twice; the draws of one replica that come while another is under way go along
 * in one. Where Redis does not answer in time, the draw is made from this replica's own buckets,
 * and so are those after it until Redis answers again. Time is that of the replicas, which are to
 * agree.
 */
final class SharedBuckets implements Buckets, AutoCloseable {
  private static final String NAME = "homeport:limit:%s:%d:%d:%s";
  private static final Duration KEPT_LONGER = Duration.ofSeconds(10);

  private final Buckets own;
  private final Duration timeout;
  private final TimeMeter clock;
  private final LimitsConfig config;
  private final RedisLink link;
  private volatile @Nullable Session session;

  SharedBuckets(
      RedisURI address, Duration timeout, Buckets own, LimitsConfig config, TimeMeter clock) {
    this.own = own;
    this.timeout = timeout;
    this.clock = clock;
    this.config = config;
    this.link = new RedisLink(address, timeout, this::connected);
  }

  /** The buckets as one connection reaches them. */
  private record Session(AsyncProxyManager<byte[]> buckets, Cache<Key, AsyncBucketProxy> known) {
    AsyncBucketProxy bucket(Key key) {
      return known.get(key, wanted -> SharedBuckets.bucket(buckets, wanted));
    }
  }

  private record Key(Rate rate, String owner) {}

  @Override
  public Future<Draw> draw(Rate rate, String owner) {
    Session present = session;
    if (present == null || !link.up()) {
      return own.draw(rate, owner);
    }
    Promise<Draw> drawn = Promise.promise();
    present
        .bucket(new Key(rate, owner))
        .tryConsumeAndReturnRemaining(1)
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (probe, failure) -> {
              if (failure == null) {
                drawn.complete(draw(probe));
              } else {
                link.failed(failure);
                own.draw(rate, owner).onComplete(drawn);
              }
            });
    return drawn.future();
  }

  /** Whether the buckets of all replicas are one. */
  boolean shared() {
    return link.up();
  }

  private void connected(StatefulRedisConnection<byte[], byte[]> connection) {
    AsyncProxyManager<byte[]> buckets =
        Bucket4jLettuce.casBasedBuilder(connection)
            .clientClock(clock)
            .requestTimeout(timeout)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_LONGER))
            .build()
            .asAsync();
    session =
        new Session(
            buckets,
            Caffeine.newBuilder()
                .maximumSize(config.kept())
                .expireAfterAccess(config.idle())
                .build());
  }

  /** A changed plan has buckets of its own, which are full. */
  private static AsyncBucketProxy bucket(AsyncProxyManager<byte[]> buckets, Key key) {
    Rate rate = key.rate();
    String name = NAME.formatted(rate.name(), rate.perSecond(), rate.burst(), key.owner());
    var configuration =
        BucketConfiguration.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(rate.burst())
                    .refillGreedy(rate.perSecond(), Duration.ofSeconds(1))
                    .build())
            .build();
    return buckets
        .builder()
        .withOptimization(Optimizations.batching())
        .build(name.getBytes(StandardCharsets.UTF_8), configuration);
  }

  private static Draw draw(ConsumptionProbe probe) {
    return new Draw(
        probe.isConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
  }

  @Override
  public void close() {
    link.close();
  }
}
