package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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

  /** A grid with a group of its own for every position of R x FM. */
  public static Grid byRecencyAndMoney(int buckets) {
    return document(buckets).grid("every-position");
  }

  /** The document of {@link #byRecencyAndMoney}. */
  public static GridDocument document(int buckets) {
    var areas = new ArrayList<GridDocument.NamedArea>();
    for (int r = 1; r <= buckets; r++) {
      for (int fm = 1; fm <= buckets; fm++) {
        areas.add(
            new GridDocument.NamedArea(
                "r%d-fm%d".formatted(r, fm),
                "R%d FM%d".formatted(r, fm),
                List.of("R%d FM%d".formatted(r, fm))));
      }
    }
    return new GridDocument("Every position", buckets, Axes.R_FM, null, areas);
  }
}
