package dev.homeport.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Prints what it costs; asserts only that nobody is lost. */
class PopulationSpeedTest {
  private static final int CUSTOMERS = 1_000_000;

  @Test
  void a_million_customers() {
    var random = new Random(1);
    var builder = new Population.Builder();
    for (int i = 0; i < CUSTOMERS; i++) {
      builder.add(
          20_000 + random.nextInt(1_000),
          1 + random.nextInt(50),
          BigDecimal.valueOf(random.nextInt(50_000_000), 2));
    }
    Population population = builder.build();

    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      Snapshot snapshot = Snapshot.of(population, 5, Instant.EPOCH);
      System.out.printf(
          "Cut points and cells of %d customers: %d ms%n",
          CUSTOMERS, (System.nanoTime() - start) / 1_000_000);
      assertThat(snapshot.cells().stream().mapToLong(Cell::customers).sum()).isEqualTo(CUSTOMERS);
    }
  }
}
