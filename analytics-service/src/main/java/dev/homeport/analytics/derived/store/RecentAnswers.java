package dev.homeport.analytics.derived.store;

import dev.homeport.analytics.derived.Remembered;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.SandboxEpoch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the most recently used answers in this replica. One that took long is not made again at
 * once, however much changes in the meantime.
 */
@ApplicationScoped
class RecentAnswers implements Remembered {
  /** Each of them has a connection to the database, which others need too. */
  private static final int MOST_WAITING = 4;

  private static final Duration COME_AGAIN = Duration.ofSeconds(5);

  private final CurrentTenant tenant;
  private final SandboxEpoch epochs;
  private final FactStateTable state;
  private final DerivedConfig config;
  private final Semaphore turns;
  private final Map<Key, Answer> entries;

  RecentAnswers(
      CurrentTenant tenant, SandboxEpoch epochs, FactStateTable state, DerivedConfig config) {
    this.tenant = tenant;
    this.epochs = epochs;
    this.state = state;
    this.config = config;
    this.turns = new Semaphore(config.atOnce(), true);
    this.entries = new Recent(config.remembered());
  }

  @Override
  @SuppressWarnings("unchecked") // The question decides the type of its answer.
  public <T> T answer(Object question, Supplier<T> make) {
    var key = new Key(tenant.id(), epochs.current(), question);
    Answer known = find(key);
    if (known != null) {
      return (T) known.answer();
    }
    await();
    try {
      known = find(key);
      return known == null ? made(key, make) : (T) known.answer();
    } finally {
      turns.release();
    }
  }

  /** The state is read before the answer is made, so the answer is never older than it says. */
  private <T> T made(Key key, Supplier<T> make) {
    long version = state.version();
    long begun = System.nanoTime();
    T answer = make.get();
    long now = System.nanoTime();
    long rest = Math.min((now - begun) * config.share(), config.oldest().toNanos());
    synchronized (entries) {
      entries.put(key, new Answer(version, now + rest, answer));
    }
    return answer;
  }

  private @Nullable Answer find(Key key) {
    Answer entry;
    synchronized (entries) {
      entry = entries.get(key);
    }
    return entry != null && (entry.rests() || entry.version() == state.version()) ? entry : null;
  }

  private void await() {
    try {
      if (turns.getQueueLength() >= MOST_WAITING
          || !turns.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw Problem.of(CommonProblem.OVERLOADED).retryAfter(COME_AGAIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(CommonProblem.OVERLOADED).retryAfter(COME_AGAIN);
    }
  }

  private record Key(UUID tenant, int epoch, Object question) {}

  private record Answer(long version, long until, Object answer) {

    private boolean rests() {
      return System.nanoTime() - until < 0;
    }
  }

  private static final class Recent extends LinkedHashMap<Key, Answer> {
    private static final long serialVersionUID = 1;

    private final int bound;

    private Recent(int bound) {
      super(16, 0.75f, true);
      this.bound = bound;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
      return size() > bound;
    }
  }
}
