package dev.homeport.system.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the suite, found in the documents of the running services, against every rule
 * of the conventions that is about it; and every answer on the way against its own document.
 */
class ConformanceIT {
  private static final AtomicInteger CHECKS = new AtomicInteger();
  private static World world;
  private static long begun;

  @BeforeAll
  static void make() {
    begun = System.nanoTime();
    world = World.make();
  }

  @TestFactory
  Stream<DynamicTest> everyOperationKeepsTheConventions() {
    return Check.ALL.stream()
        .flatMap(
            check ->
                world.operations().stream()
                    .filter(check::concerns)
                    .map(operation -> test(operation, check)));
  }

  private static DynamicTest test(Operation operation, Check check) {
    String name =
        "%s (%s): %s".formatted(operation.id(), operation.document().service(), check.sentence());
    return DynamicTest.dynamicTest(
        name,
        () -> {
          var trial = new Trial(world);
          CHECKS.incrementAndGet();
          try {
            check.run(operation, trial);
          } catch (RuntimeException e) {
            throw new AssertionError(name, e);
          }
          assertThat(trial.outcome().faults()).as(name).isEmpty();
        });
  }

  @AfterAll
  static void count() {
    System.out.printf(
        "Conformance: %d operations, %d checks, %d answers held against their documents, %d s%n",
        world.operations().size(),
        CHECKS.get(),
        world.wire().answers(),
        (System.nanoTime() - begun) / 1_000_000_000L);
    world.deadLetters().close();
  }
}
