package dev.homeport.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {
  private static final long SEED = 36_525;

  @Test
  void they_are_what_sorting_finds() {
    var random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(round % 10 == 0 ? 20_000 : 600);
      LongSupplier value = values(random, random.nextInt(6));
      long[] values = new long[size];
      Arrays.setAll(values, _ -> value.getAsLong());
      int[] ranks = random.ints(1 + random.nextInt(9), 1, size + 1).sorted().toArray();

      long[] found = OrderStatistics.of(values, size, ranks);

      long[] sorted = values.clone();
      Arrays.sort(sorted);
      assertThat(found)
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(Arrays.stream(ranks).mapToLong(rank -> sorted[rank - 1]).toArray());
    }
  }

  /** From few values to all of them, and from crowded ones to single ones far out. */
  private static LongSupplier values(Random random, int kind) {
    return switch (kind) {
      case 0 -> () -> random.nextInt(3);
      case 1 -> () -> 19_000 + random.nextInt(4_000);
      case 2 -> random::nextLong;
      case 3 -> () -> random.nextInt(100) == 0 ? Long.MAX_VALUE : random.nextInt(1 << 20);
      case 4 -> () -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
      default -> () -> (long) Math.exp(random.nextGaussian() * 8);
    };
  }
}
