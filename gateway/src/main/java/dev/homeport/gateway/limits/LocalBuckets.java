package dev.homeport.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Future;

/** Buckets in the memory of this replica; clients share no lock. */
final class LocalBuckets implements Buckets {
  private final Cache<Key, Meter> meters;

  LocalBuckets(LimitsConfig config) {
    this.meters =
        Caffeine.newBuilder().maximumSize(config.kept()).expireAfterAccess(config.idle()).build();
  }

  @Override
  public Future<Draw> draw(Rate rate, String owner) {
    Meter meter = meter(new Key(rate.name(), owner), rate);
    ConsumptionProbe probe = meter.bucket().tryConsumeAndReturnRemaining(1);
    return Future.succeededFuture(
        new Draw(probe.isConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForRefill()));
  }

  /** A changed plan begins with full buckets. */
  private Meter meter(Key key, Rate rate) {
    Meter meter = meters.get(key, _ -> new Meter(rate, rate.bucket()));
    if (!meter.rate().equals(rate)) {
      meter = new Meter(rate, rate.bucket());
      meters.put(key, meter);
    }
    return meter;
  }

  private record Key(String limit, String owner) {}

  private record Meter(Rate rate, Bucket bucket) {}
}
