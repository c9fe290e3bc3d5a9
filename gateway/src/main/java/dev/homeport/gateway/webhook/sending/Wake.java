package dev.homeport.gateway.webhook.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the loop of this replica that there is something to send, so that it need not look. */
@ApplicationScoped
public class Wake {
  private final TransactionSynchronizationRegistry transaction;
  private final Semaphore calls = new Semaphore(0);

  Wake(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  /** When the present transaction has committed. */
  public void afterCommit() {
    afterCommit(this::now);
  }

  /** Does something when the present transaction has committed. */
  public void afterCommit(Runnable then) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              then.run();
            }
          }
        });
  }

  void now() {
    if (calls.availablePermits() == 0) {
      calls.release();
    }
  }

  void await(Duration most) throws InterruptedException {
    if (calls.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
      calls.drainPermits();
    }
  }
}
