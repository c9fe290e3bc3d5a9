package dev.homeport.gateway.webhook.sending;

import dev.homeport.gateway.webhook.WebhookConfig;
import dev.homeport.gateway.webhook.store.Claims;
import dev.homeport.gateway.webhook.store.Claims.Claim;
import dev.homeport.gateway.webhook.store.Claims.Due;
import dev.homeport.gateway.webhook.store.Interest;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due, for as long as the service runs. It goes round the endpoints and takes of each
 * as much as its limit leaves, so one that is slow holds up nobody but itself.
 */
@ApplicationScoped
class DeliveryLoop {
  private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);

  /** What an attempt may take beside its time: the look-up of keys, and noting what came of it. */
  private static final Duration MARGIN = Duration.ofSeconds(15);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Claims claims;
  private final Interest interest;
  private final Sender sender;
  private final Wake wake;
  private final Duration poll;
  private final Duration lease;
  private final Semaphore free;
  private final int all;
  private @Nullable Thread thread;
  private volatile boolean stopping;

  DeliveryLoop(Claims claims, Interest interest, Sender sender, Wake wake, WebhookConfig config) {
    this.claims = claims;
    this.interest = interest;
    this.sender = sender;
    this.wake = wake;
    this.poll = config.poll();
    this.lease = config.timeout().plus(MARGIN);
    this.all = config.maxInFlight();
    this.free = new Semaphore(all);
  }

  void start(@Observes @Priority(3_100) StartupEvent event) {
    thread = Thread.ofVirtual().name("webhooks").start(this::run);
  }

  /** What is under way is finished, as far as there is time; the rest is sent again by others. */
  void stop(@Observes @Priority(1_000) ShutdownEvent event) throws InterruptedException {
    stopping = true;
    wake.now();
    if (thread != null) {
      thread.join(Duration.ofSeconds(5));
    }
    if (free.tryAcquire(all, 8, TimeUnit.SECONDS)) {
      free.release(all);
    }
  }

  private void run() {
    while (!stopping) {
      try {
        if (!round()) {
          wake.await(poll);
        }
      } catch (RuntimeException fault) {
        LOG.warnf(fault, "webhooks are not sent for a moment");
        pause();
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /** Whether anything was claimed. */
  private boolean round() {
    if (!interest.any()) {
      return false;
    }
    boolean claimed = false;
    for (Due due : claims.due()) {
      int most = free.availablePermits();
      if (stopping || most == 0) {
        return claimed;
      }
      List<Claim> own = claims.claim(due, most, lease);
      own.forEach(this::begin);
      claimed |= !own.isEmpty();
    }
    return claimed;
  }

  private void begin(Claim claim) {
    free.acquireUninterruptibly();
    Thread.ofVirtual().name("webhook-" + claim.endpoint()).start(() -> send(claim));
  }

  private void send(Claim claim) {
    try {
      sender.send(claim);
    } catch (RuntimeException fault) {
      LOG.warnf(
          fault,
          "sent again when its lease ends: tenant=%s endpoint=%s",
          claim.tenant(),
          claim.endpoint());
    } finally {
      free.release();
      wake.now();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
