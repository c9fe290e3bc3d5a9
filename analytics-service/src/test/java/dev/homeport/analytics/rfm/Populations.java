package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Makes populations for laws: few distinct values, so that ties are everywhere. */
public final class Populations {
  private static final LocalDate FIRST_DAY = LocalDate.of(2011, 1, 1);

  private Populations() {}

  /** A seeded population of the given size. */
  public static List<Measures> random(RandomGenerator random, int size) {
    int days = 1 + random.nextInt(40);
    int orders = 1 + random.nextInt(8);
    int amounts = 1 + random.nextInt(3 * size);
    return IntStream.range(0, size)
        .mapToObj(
            _ ->
                new Measures(
                    FIRST_DAY.plusDays(random.nextInt(days)),
                    1 + random.nextInt(orders),
                    BigDecimal.valueOf(random.nextInt(amounts) - amounts / 4, random.nextInt(4))))
        .toList();
  }

  /** These customers in columns. */
  public static Population of(List<Measures> customers) {
    var builder = new Population.Builder();
    customers.forEach(builder::add);
    return builder.build();
  }
}
