package dev.homeport.system.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Random requests made of the documents of the running services: whatever comes, no service fails,
 * every refusal is a problem, and nothing of the inside shows.
 */
class FuzzIT {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 3_000);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final int CALLERS = 8;
  private static final int SHOWN = 20;

  /** A request line that is too long: Quarkus gives no access to what answers it. */
  private static final int BEFORE_ANY_HANDLER = 414;

  /** What each call of is work for minutes, or moves the ground under all others. */
  private static final Set<String> SELDOM =
      Set.of("createTenant", "resetTenant", "rotateTenantCredentials", "setSandboxClock");

  private static final int SELDOM_AT_MOST = 20;

  private static final Pattern INSIDE =
      Pattern.compile(
          "Exception|\\bat (dev|io|org|com|java)\\.|org\\.(postgresql|hibernate)|dev\\.homeport"
              + "|SQLSTATE|ERROR: |select .* from |local-only-|BEGIN [A-Z ]*PRIVATE KEY",
          Pattern.CASE_INSENSITIVE);

  private Document gateway;
  private final Collection<String> faults = new ConcurrentLinkedQueue<>();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> seldom = new ConcurrentHashMap<>();

  @Test
  void whateverComesNothingBreaks() {
    System.out.printf("Fuzzer: seed %d, %d requests%n", SEED, REQUESTS);
    World world = World.make();
    List<Call> good = good(world);
    gateway = world.operation("getHome").document();
    var next = new AtomicInteger();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        callers.submit(
            () -> {
              for (int n = next.getAndIncrement(); n < REQUESTS; n = next.getAndIncrement()) {
                request(world, good, n);
              }
            });
      }
    }
    world.deadLetters().close();
    System.out.printf(
        "Fuzzer: %d requests of %d operations, by status %s%n",
        REQUESTS, good.size(), new TreeMap<>(statuses));
    assertThat(statuses.values().stream().mapToInt(AtomicInteger::get).sum())
        .isGreaterThan(REQUESTS * 9 / 10);
    assertThat(
            faults.stream()
                .sorted(Comparator.comparing(f -> f.contains("no problem")))
                .limit(SHOWN))
        .as("seed %d", SEED)
        .isEmpty();
  }

  /** One good call of each operation, from which all others are made. */
  private static List<Call> good(World world) {
    var good = new ArrayList<Call>();
    for (Operation operation : world.operations()) {
      if (world.reachable(operation)) {
        good.add(world.call(operation, world.mine()));
      }
    }
    return List.copyOf(good);
  }

  private void request(World world, List<Call> good, int number) {
    var random = new Random(SEED + number);
    Call call = good.get(random.nextInt(good.size()));
    if (SELDOM.contains(call.operation().id()) && count(seldom, call.operation().id())) {
      return;
    }
    Call spoilt = new Fuzzer(random).spoil(call);
    try {
      hold(number, sent(world, spoilt));
    } catch (IllegalArgumentException _) {
      // No client would send that.
    } catch (UncheckedIOException e) {
      faults.add("request %d: no answer: %s: %s".formatted(number, spoilt, e.getCause()));
    }
  }

  /** A connection that is closed after a refusal may be used for the next request just then. */
  private static Answer sent(World world, Call call) {
    try {
      return world.wire().send(call);
    } catch (UncheckedIOException _) {
      return world.wire().send(call);
    }
  }

  private static boolean count(Map<String, AtomicInteger> counts, String id) {
    return counts.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet() > SELDOM_AT_MOST;
  }

  private void hold(int number, Answer answer) {
    statuses.computeIfAbsent(answer.status(), _ -> new AtomicInteger()).incrementAndGet();
    Document document = answer.call().operation().document();
    if (answer.status() >= 500 && !answer.code().equals("overloaded")) {
      faults.add("request %d: it fails: %s".formatted(number, answer));
    } else if (answer.status() >= 400 && answer.status() != BEFORE_ANY_HANDLER) {
      if (!answer.mediaType().equals("application/problem+json")
          || !fits(document, answer) && !fits(gateway, answer)) {
        faults.add("request %d: no problem: %s".formatted(number, answer));
      }
      // Its own words may come back in it; ours must not.
      if (INSIDE.matcher(answer.json().path("title").asText()).find()
          || INSIDE.matcher(answer.json().path("type").asText()).find()
          || leaks(answer)) {
        faults.add("request %d: it shows the inside: %s".formatted(number, answer));
      }
    }
  }

  /** The gateway refuses too, with codes of its own. */
  private static boolean fits(Document document, Answer answer) {
    return document.faults(document.problem(), answer.json()).isEmpty();
  }

  private static boolean leaks(Answer answer) {
    var found = INSIDE.matcher(answer.body());
    while (found.find()) {
      String word = found.group();
      if (!answer.call().toString().contains(word) && !sent(answer, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sent(Answer answer, String word) {
    String body = answer.call().body();
    return (body != null && body.contains(word))
        || answer.call().query().values().stream().anyMatch(value -> value.contains(word))
        || answer.call().path().values().stream().anyMatch(value -> value.contains(word));
  }
}
