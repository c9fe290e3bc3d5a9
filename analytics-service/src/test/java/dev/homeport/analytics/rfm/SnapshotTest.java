package dev.homeport.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final long SEED = 4339;

  @Test
  void cells_hold_every_customer_once_and_every_cent() {
    var random = new Random(SEED);
    for (int round = 0; round < 100; round++) {
      List<Measures> customers = Populations.random(random, 1 + random.nextInt(300));

      Snapshot snapshot = Snapshot.of(Populations.of(customers), 5, Instant.EPOCH);

      var expected =
          customers.stream().collect(Collectors.groupingBy(snapshot.cutPoints()::scores));
      assertThat(snapshot.cells())
          .as("seed %d, round %d", SEED, round)
          .hasSameSizeAs(expected.keySet());
      for (Cell cell : snapshot.cells()) {
        List<Measures> members = expected.getOrDefault(cell.scores(), List.of());
        assertThat(cell.customers()).isEqualTo(members.size());
        assertThat(cell.net())
            .isEqualByComparingTo(
                members.stream().map(Measures::monetary).reduce(BigDecimal.ZERO, BigDecimal::add));
      }
    }
  }
}
