package dev.homeport.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** With a Redis for the limits of all replicas, where one can be had. */
public class RedisEnvironment extends GatewayEnvironment {
  private static Optional<RedisServer> redis = Optional.empty();

  /** The Redis of the test that runs. */
  public static Optional<RedisServer> redis() {
    return redis;
  }

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<>(super.start());
    try {
      redis = RedisServer.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    redis.ifPresent(server -> settings.put("homeport.gateway.limits.redis.url", server.url()));
    settings.put("homeport.gateway.limits.redis.timeout", "500ms");
    return settings;
  }

  @Override
  public void stop() {
    redis.ifPresent(RedisServer::close);
    super.stop();
  }
}
