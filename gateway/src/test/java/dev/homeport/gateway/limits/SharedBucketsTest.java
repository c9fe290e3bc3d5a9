package dev.homeport.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.gateway.testing.RedisServer;
import io.github.bucket4j.TimeMeter;
import io.lettuce.core.RedisURI;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas and a real Redis; time stands still unless a test lets it pass. */
class SharedBucketsTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static RedisServer redis;

  private final AtomicLong nanos = new AtomicLong(System.currentTimeMillis() * 1_000_000);
  private final String owner = UUID.randomUUID().toString();
  private final Rate rate = Rate.of("client", 1, OptionalLong.of(100));
  private SharedBuckets one;
  private SharedBuckets two;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    var started = RedisServer.start();
    assumeTrue(started.isPresent(), "there is no Redis here");
    redis = started.orElseThrow();
  }

  @AfterAll
  static void stop() {
    if (redis != null) {
      redis.close();
    }
  }

  @BeforeEach
  void connect() {
    one = replica(redis.url(), PATIENCE);
    two = replica(redis.url(), PATIENCE);
    await().atMost(SOON).until(() -> one.shared() && two.shared());
  }

  @AfterEach
  void disconnect() {
    one.close();
    two.close();
  }

  @Test
  void twoReplicasLetThroughExactlyTheBurst() {
    List<CompletableFuture<Draw>> draws =
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(i -> asked(i % 2 == 0 ? one : two, rate))
            .toList();
    List<Draw> drawn = draws.stream().map(CompletableFuture::join).toList();
    assertThat(drawn.stream().filter(Draw::granted)).hasSize(100);
    assertThat(drawn.stream().filter(draw -> !draw.granted()))
        .allMatch(draw -> draw.nanosUntilNext() > 0);
    assertThat(one.shared() && two.shared()).isTrue();

    pass(Duration.ofSeconds(3));
    assertThat(granted(two, 10)).isEqualTo(3);
    assertThat(granted(one, 10)).isZero();
  }

  @Test
  void sharedAndOwnLimitsAreTheSame() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    var random = new Random(seed);
    var narrow = Rate.of("n", 1 + random.nextInt(5), OptionalLong.of(1 + random.nextInt(8)));
    double tokens = narrow.burst();
    for (int i = 0; i < 150; i++) {
      if (random.nextInt(3) == 0) {
        int millis = random.nextInt(900);
        pass(Duration.ofMillis(millis));
        tokens = Math.min(narrow.burst(), tokens + millis * narrow.perSecond() / 1000.0);
      }
      Draw draw = asked(random.nextBoolean() ? one : two, narrow).join();
      if (Math.abs(tokens - Math.rint(tokens)) > 1e-6 || tokens >= 1.5 || tokens < 0.5) {
        assertThat(draw.granted()).as("step %d with %f", i, tokens).isEqualTo(tokens >= 1);
      }
      if (draw.granted()) {
        tokens -= 1;
        assertThat((double) draw.left()).isBetween(tokens - 1.001, tokens + 0.001);
      }
    }
  }

  @Test
  void ownersAndLimitsHaveBucketsOfTheirOwn() {
    assertThat(granted(one, 150)).isEqualTo(100);
    var other = Rate.of("tenant", 1, OptionalLong.of(2));
    assertThat(one.draw(other, owner).toCompletionStage().toCompletableFuture().join().granted())
        .isTrue();
    assertThat(
            one.draw(rate, "somebody else")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .granted())
        .isTrue();
    var wider = Rate.of("client", 1, OptionalLong.of(200));
    assertThat(asked(one, wider).join().left()).as("a changed plan").isEqualTo(199);
  }

  @Test
  void withoutRedisEachReplicaGoesOnAloneAndComesBack() throws Exception {
    assertThat(granted(one, 60)).isEqualTo(60);
    redis.kill();
    try {
      long begun = System.nanoTime();
      // Own buckets go by real time, in which some tokens come back.
      assertThat(granted(one, 150)).isBetween(100L, 110L);
      assertThat(granted(two, 150)).isBetween(100L, 110L);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
      assertThat(one.shared() || two.shared()).isFalse();
    } finally {
      redis.restart();
    }
    await().atMost(SOON).until(() -> one.shared() && two.shared());
    assertThat(granted(one, 70) + granted(two, 70)).as("an empty Redis").isEqualTo(100);
  }

  @Test
  void nobodyWaitsLongForARedisThatHangs() throws Exception {
    var hasty = replica(redis.url(), Duration.ofMillis(150));
    await().atMost(SOON).until(hasty::shared);
    redis.signal("-STOP");
    try {
      long begun = System.nanoTime();
      List<CompletableFuture<Draw>> draws = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        draws.add(asked(hasty, rate));
      }
      assertThat(draws.stream().map(CompletableFuture::join).filter(Draw::granted))
          .hasSizeBetween(100, 105);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
      await().atMost(SOON).until(() -> !hasty.shared());
      begun = System.nanoTime();
      asked(hasty, rate).join();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(140));
    } finally {
      redis.signal("-CONT");
    }
    await().atMost(SOON).until(hasty::shared);
    hasty.close();
  }

  @Test
  void withoutRedisFromTheStartLimitsAreOwn() {
    var alone = replica("redis://127.0.0.1:1", PATIENCE);
    assertThat(granted(alone, 150)).isBetween(100L, 105L);
    assertThat(alone.shared()).isFalse();
    alone.close();
  }

  private long granted(SharedBuckets replica, int draws) {
    return IntStream.range(0, draws).filter(_ -> asked(replica, rate).join().granted()).count();
  }

  private CompletableFuture<Draw> asked(SharedBuckets replica, Rate limit) {
    return replica.draw(limit, owner).toCompletionStage().toCompletableFuture();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Its own buckets, which stand in for Redis, are refilled by real time. */
  private SharedBuckets replica(String url, Duration patience) {
    LimitsConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(LimitsConfig.class)
            .withDefaultValues(Map.of("homeport.gateway.limits.usage-every", "1s"))
            .withConverter(Duration.class, 200, new DurationConverter())
            .build()
            .getConfigMapping(LimitsConfig.class);
    return new SharedBuckets(
        RedisURI.create(url), patience, new LocalBuckets(config), config, clock());
  }

  private TimeMeter clock() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanos.get();
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }
}
