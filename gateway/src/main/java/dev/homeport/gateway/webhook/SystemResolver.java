package dev.homeport.gateway.webhook;

import io.quarkus.arc.DefaultBean;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The machine's own resolver. It blocks the thread beneath a virtual one, so it has threads of its
 * own, and nobody waits for it long.
 */
@DefaultBean
@Singleton
class SystemResolver implements HostResolver {
  private static final long PATIENCE_SECONDS = 5;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("resolve-", 0).factory());

  @Override
  public List<InetAddress> resolve(String host) throws UnknownHostException {
    Future<InetAddress[]> found = threads.submit(() -> InetAddress.getAllByName(host));
    try {
      return List.of(found.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException _) {
      found.cancel(true);
      throw new UnknownHostException(host);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    }
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
