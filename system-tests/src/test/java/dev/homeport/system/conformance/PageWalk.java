package dev.homeport.system.conformance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Who reads a list page by page sees all that was there at the start, once, whatever comes new. */
record PageWalk() implements Check {
  private static final int PAGES = 400;
  private static final int AT_START = 3;
  private static final int WHILE_WALKING = 12;

  @Override
  public String sentence() {
    return "skips and repeats nothing while the list grows";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.paged();
  }

  @Override
  public void run(Operation operation, Trial trial) {
    Side side = trial.world().mine();
    Optional<Runnable> growth = Growth.of(trial.world(), operation, side);
    growth.ifPresent(grow -> start(grow, trial.world(), operation));
    Call list = trial.world().call(operation, side);
    var calls = new ArrayList<>(List.of(list));
    operation
        .parameter("query", "sort")
        .ifPresent(
            sort ->
                sort.schema()
                    .path("enum")
                    .forEach(order -> calls.add(list.asking("sort", order.asText()))));
    for (Call call : calls) {
      walk(call, growth, trial);
    }
  }

  /** What comes into a list by way of an event is not there at once. */
  private static void start(Runnable grow, World world, Operation list) {
    for (int i = 0; i < AT_START; i++) {
      grow.run();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> world.all(world.mine(), list).size() >= AT_START);
  }

  private static void walk(Call list, Optional<Runnable> growth, Trial trial) {
    List<String> atStart = trial.world().all(trial.world().mine(), list.operation());
    var walking = new AtomicBoolean(true);
    var inserting =
        CompletableFuture.runAsync(() -> growth.ifPresent(grow -> repeat(grow, walking)));
    var seen = new ArrayList<String>();
    Call page = list.asking("limit", "2");
    Optional<String> next = Optional.of("");
    for (int i = 0; i < PAGES && next.isPresent(); i++) {
      Answer answer = trial.send(i == 0 ? page : page.asking("cursor", next.get()));
      List<String> keys = World.keys(answer);
      seen.addAll(keys);
      next = World.next(answer);
      trial.require(
          next.isEmpty() || answer.header("Link").contains("rel=\"next\""),
          "a page without a Link",
          answer);
      trial.require(keys.size() == 2 || next.isEmpty(), "a page that is not full", answer);
    }
    walking.set(false);
    inserting.join();
    trial.require(next.isEmpty(), "the walk does not end after " + seen.size());
    trial.require(new HashSet<>(seen).size() == seen.size(), "something is repeated: " + seen);
    var skipped = new ArrayList<>(atStart);
    skipped.removeAll(seen);
    trial.require(skipped.isEmpty(), "skipped " + skipped + " of " + atStart + " in " + seen);
  }

  /** Not for ever: a list that grows at its end must come to one. */
  private static void repeat(Runnable grow, AtomicBoolean walking) {
    for (int i = 0; i < WHILE_WALKING && walking.get(); i++) {
      grow.run();
    }
  }
}
