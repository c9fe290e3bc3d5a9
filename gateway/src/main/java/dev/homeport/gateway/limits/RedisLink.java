package dev.homeport.gateway.limits;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The connection to Redis, as long as it answers. Whoever finds that it does not says so; it is
 * then asked every second whether it does again, and nobody else waits for it.
 */
final class RedisLink implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RedisLink.class);
  private static final Duration ROUND = Duration.ofSeconds(1);

  /** Longer than a command may take, as a new connection also shakes hands. */
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final RedisURI address;
  private final Duration timeout;
  private final Consumer<StatefulRedisConnection<byte[], byte[]>> connected;
  private final DefaultClientResources resources;
  private final RedisClient client;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("redis-link").factory());
  private volatile boolean up;
  private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;
  private boolean asking;
  private boolean told;

  /**
   * @param connected is told of every new connection before it is used
   */
  RedisLink(
      RedisURI address,
      Duration timeout,
      Consumer<StatefulRedisConnection<byte[], byte[]>> connected) {
    this.address = address;
    this.timeout = timeout;
    this.connected = connected;
    this.resources =
        DefaultClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build();
    this.client = RedisClient.create(resources);
    client.setOptions(
        ClientOptions.builder()
            // A connection that fails is given up for a new one.
            .autoReconnect(false)
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build())
            .build());
    rounds.scheduleWithFixedDelay(this::look, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether the last that was heard of Redis is that it answers. */
  boolean up() {
    return up;
  }

  /** Redis did not answer, or not as it should. */
  void failed(Throwable failure) {
    rounds.execute(() -> down(failure));
    up = false;
  }

  /** One question at a time; a lost one is given up when the limit is over. */
  private void look() {
    if (!asking) {
      asking = true;
      try {
        ask();
      } catch (RuntimeException e) {
        asking = false;
        down(e);
      }
    }
  }

  private void ask() {
    ping()
        .toCompletableFuture()
        .orTimeout(CONNECT.toMillis() * 2, TimeUnit.MILLISECONDS)
        .whenComplete(
            (_, failure) ->
                rounds.execute(
                    () -> {
                      asking = false;
                      if (failure == null) {
                        answered();
                      } else {
                        down(failure);
                      }
                    }));
  }

  private CompletionStage<String> ping() {
    StatefulRedisConnection<byte[], byte[]> present = connection;
    if (present != null) {
      return ping(present);
    }
    return client
        .connectAsync(ByteArrayCodec.INSTANCE, address)
        .thenCompose(
            made -> {
              connected.accept(made);
              connection = made;
              return ping(made);
            });
  }

  private CompletionStage<String> ping(StatefulRedisConnection<byte[], byte[]> asked) {
    CompletableFuture<String> answer = asked.async().ping().toCompletableFuture();
    return answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void answered() {
    if (!up) {
      up = true;
      told = false;
      LOG.infof("limits are shared over Redis: host=%s", host());
    }
  }

  private void down(Throwable failure) {
    up = false;
    StatefulRedisConnection<byte[], byte[]> broken = connection;
    if (broken != null) {
      connection = null;
      broken.closeAsync();
    }
    if (!told) {
      told = true;
      LOG.warnf(
          "Redis does not answer, limits are kept by this replica alone: host=%s %s",
          host(), reason(failure));
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null || cause == failure ? failure.toString() : reason(cause);
  }

  private String host() {
    return Optional.ofNullable(address.getHost()).orElse("") + ":" + address.getPort();
  }

  @Override
  public void close() {
    rounds.shutdownNow();
    client.shutdownAsync(0, 2, TimeUnit.SECONDS);
    resources.shutdown(0, 2, TimeUnit.SECONDS);
  }
}
