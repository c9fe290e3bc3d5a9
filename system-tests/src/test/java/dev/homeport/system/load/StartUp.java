package dev.homeport.system.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** P11: how long the suite takes to start on the data of a run before, and its memory then. */
final class StartUp implements Measurement {
  private static final double SECONDS = 30;
  private static final double GIBIBYTES = 1.5;
  private static final double BYTES_PER_GIB = 1L << 30;

  @Override
  public String goal() {
    return "P11";
  }

  @Override
  public List<Row> measure(Bench bench) {
    var seconds = new ArrayList<Double>();
    var memory = new ArrayList<Double>();
    for (int round = 0; round < bench.settings().rounds(); round++) {
      seconds.add(bench.restart().toMillis() / 1e3);
      memory.add(ResidentMemory.ofServices(bench.suite()) / BYTES_PER_GIB);
      Bench.say("  started in %.1f s", seconds.getLast());
    }
    var start = new Rounds(seconds);
    return List.of(
        Row.of(goal(), "warm start of PostgreSQL, Kafka, Keycloak and the five services")
            .measured(start.words("s"))
            .goal("<= 30 s", start.median() <= SECONDS),
        memory("right after the start", new Rounds(memory).median()));
  }

  static Row memory(String when, double gibibytes) {
    return Row.of("P11", "memory of the five services together, " + when)
        .measured(String.format(Locale.ROOT, "%.2f GiB", gibibytes))
        .goal("<= 1.5 GiB", gibibytes <= GIBIBYTES);
  }

  /** Looks at the memory once more when all services have worked for a while. */
  static final class AfterLoad implements Measurement {

    @Override
    public String goal() {
      return "P11";
    }

    @Override
    public List<Row> measure(Bench bench) {
      return List.of(
          memory("after the load", ResidentMemory.ofServices(bench.suite()) / BYTES_PER_GIB));
    }
  }
}
