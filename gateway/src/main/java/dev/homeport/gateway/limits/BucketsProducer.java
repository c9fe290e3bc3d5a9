package dev.homeport.gateway.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where the buckets of all limits are. */
@ApplicationScoped
class BucketsProducer {

  @Produces
  @Singleton
  Buckets buckets(LimitsConfig config) {
    return new LocalBuckets(config);
  }
}
