package dev.homeport.analytics.value;

import dev.homeport.analytics.value.btyd.BgNbd;
import dev.homeport.analytics.value.btyd.Effort;
import dev.homeport.analytics.value.btyd.Fit;
import dev.homeport.analytics.value.btyd.Fitting;
import dev.homeport.analytics.value.btyd.GammaGamma;
import dev.homeport.analytics.value.btyd.Simulated;
import dev.homeport.analytics.value.btyd.Tuples;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How long a fit of BG/NBD and the scoring of everybody take. A program of two calls, so that the
 * second one begins cold:
 *
 * <pre>
 *   FitBenchmark simulate FILE CUSTOMERS SEED
 *   FitBenchmark fit FILE
 * </pre>
 *
 * <p>The file holds three little-endian integers of a customer: x, and t_x and T in days. The fit
 * is taken first of all customers in the file as it is done in the service, which groups them, in a
 * process that has fitted nothing before; then of each customer by itself; then of groups.
 */
public final class FitBenchmark {
  private static final BgNbd CDNOW = new BgNbd(.2426, 4.4136, .7929, 2.4259);
  private static final int DAYS = 546;
  private static final int ROUNDS = 5;
  private static final int INTS = 3;

  private FitBenchmark() {}

  /** See above. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[1]);
    if (arguments[0].equals("simulate")) {
      simulate(file, Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
    } else {
      System.out.println(measure(read(file)));
    }
  }

  private static void simulate(Path file, int customers, long seed) throws IOException {
    Tuples tuples = new Simulated(seed).bgNbd(CDNOW, customers, DAYS).single();
    var bytes =
        ByteBuffer.allocate(customers * INTS * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < tuples.size(); i++) {
      bytes.putInt(tuples.repeats(i)).putInt(tuples.recency(i)).putInt(tuples.age(i));
    }
    Files.write(file, bytes.array());
  }

  private static int[] read(Path file) throws IOException {
    IntBuffer ints =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    int[] numbers = new int[ints.remaining()];
    ints.get(numbers);
    return numbers;
  }

  private static String measure(int[] customers) {
    var fitting = new Fitting(Effort.USUAL);
    Timed<Fit> cold = timed(() -> fit(fitting, builder(customers).grouped()));
    Tuples grouped = builder(customers).grouped();
    Tuples single = builder(customers).single();
    Timed<Fit> alone = median(() -> fit(fitting, single));
    Timed<Fit> together = median(() -> fit(fitting, grouped));
    CustomerColumns columns = columns(customers);
    FittedModel model = model(grouped, together.result());
    var terms = new Terms(BigDecimal.ONE, new BigDecimal("0.1"), 1_095);
    Timed<CustomerScores> scores = timed(() -> new ScoreTable(model, terms).score(columns));
    return """
        {"customers": %d, "tuples": %d, "coldSeconds": %s, "singleSeconds": %s, \
        "groupedSeconds": %s, "scoringSeconds": %s, "evaluations": %d, "parameters": %s, \
        "meanNegativeLogLikelihood": %s}"""
        .formatted(
            columns.size(),
            grouped.size(),
            seconds(cold),
            seconds(alone),
            seconds(together),
            seconds(scores),
            together.result().evaluations(),
            together.result().parameters(),
            -together.result().logLikelihood() / columns.size());
  }

  private static Fit fit(Fitting fitting, Tuples tuples) {
    return fitting.bgNbd(tuples, fitting.nbd(tuples));
  }

  private static Tuples.Builder builder(int[] customers) {
    var builder = new Tuples.Builder();
    for (int i = 0; i < customers.length; i += INTS) {
      builder.add(customers[i], customers[i + 1], customers[i + 2]);
    }
    return builder;
  }

  private static CustomerColumns columns(int[] customers) {
    var columns = new CustomerColumns.Builder();
    for (int i = 0; i < customers.length; i += INTS) {
      double spend = customers[i] == 0 ? 0 : 10 + i % 97;
      columns.add(
          new UUID(i, i), new Purchases(customers[i], customers[i + 1], customers[i + 2], spend));
    }
    return columns.build();
  }

  private static FittedModel model(Tuples tuples, Fit buying) {
    var spending = new Simulated(1).spending(new GammaGamma(6, 4, 15), 2_000);
    return new FittedModel(
        ModelKind.BG_NBD,
        new FittedModel.Data(tuples.customers(), tuples.repeaters(), tuples.purchases(), 2_000),
        buying,
        buying,
        DropOut.IDENTIFIED,
        Optional.of(new Fitting(Effort.USUAL).gammaGamma(spending)),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private record Timed<T>(T result, long nanos) {}

  private static <T> Timed<T> timed(Supplier<T> work) {
    long begun = System.nanoTime();
    T result = work.get();
    return new Timed<>(result, System.nanoTime() - begun);
  }

  private static <T> Timed<T> median(Supplier<T> work) {
    long[] nanos = new long[ROUNDS];
    T last = work.get();
    for (int i = 0; i < ROUNDS; i++) {
      Timed<T> one = timed(work);
      last = one.result();
      nanos[i] = one.nanos();
    }
    Arrays.sort(nanos);
    return new Timed<>(last, nanos[ROUNDS / 2]);
  }

  private static String seconds(Timed<?> timed) {
    return String.format(Locale.ROOT, "%.4f", timed.nanos() / 1e9);
  }
}
