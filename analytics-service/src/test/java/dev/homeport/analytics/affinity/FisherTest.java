package dev.homeport.analytics.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FisherTest {
  private static final long SEED = 1935;

  /** Fisher's own example: three of four cups of tea are told, by chance in 17 of 70 cases. */
  @Test
  void a_lady_who_tastes_tea() {
    assertThat(new Fisher(8).atLeast(3, 4, 4)).isCloseTo(17.0 / 70, within(1e-12));
    assertThat(new Fisher(8).atLeast(4, 4, 4)).isCloseTo(1.0 / 70, within(1e-12));
  }

  @Test
  void it_is_what_whole_numbers_say() {
    var random = new Random(SEED);
    for (int round = 0; round < 400; round++) {
      int cases = 1 + random.nextInt(300);
      int one = random.nextInt(cases + 1);
      int other = random.nextInt(cases + 1);
      int both = random.nextInt(Math.min(one, other) + 1);

      double exact = exact(cases, one, other, both);

      assertThat(new Fisher(cases).atLeast(both, one, other))
          .as("seed %d: %d of %d and %d among %d", SEED, both, one, other, cases)
          .isCloseTo(exact, within(1e-11 * exact + 1e-300));
    }
  }

  @Test
  void what_is_too_unlikely_for_a_number_is_zero_and_never_none() {
    double p = new Fisher(1_000_000).atLeast(5_000, 5_000, 5_000);

    assertThat(p).isZero();
    assertThat(new Fisher(1_000_000).atLeast(2, 5_000, 5_000)).isBetween(0.999, 1.0);
  }

  private static double exact(int cases, int one, int other, int both) {
    BigInteger sum = BigInteger.ZERO;
    for (int x = Math.max(both, one + other - cases); x <= Math.min(one, other); x++) {
      sum = sum.add(choose(one, x).multiply(choose(cases - one, other - x)));
    }
    return new BigDecimal(sum)
        .divide(new BigDecimal(choose(cases, other)), MathContext.DECIMAL128)
        .doubleValue();
  }

  private static BigInteger choose(int of, int some) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 0; i < some; i++) {
      ways = ways.multiply(BigInteger.valueOf(of - i)).divide(BigInteger.valueOf(i + 1));
    }
    return ways;
  }
}
