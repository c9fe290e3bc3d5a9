package dev.homeport.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * P7: a fit of BG/NBD to a million customers, who behave as those of CDNOW did, and the scoring of
 * all of them; beside Python on the same customers in the same run. Both are processes of their own
 * (`FitBenchmark` among the tests of analytics-service, `bgnbd_baseline.py`).
 */
final class ValueFits implements Measurement {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BENCHMARK = "dev.homeport.analytics.value.FitBenchmark";
  private static final int CUSTOMERS = 1_000_000;
  private static final int SEED = 7;
  private static final int MINUTES = 15;
  private static final double SAME = 1e-6;
  private static final int COLD_TIMES = 20;
  private static final int GROUPED_TIMES = 100;

  @Override
  public String goal() {
    return "P7";
  }

  @Override
  public List<Row> measure(Bench bench) throws Exception {
    Path service = Path.of("../analytics-service/target").toAbsolutePath().normalize();
    Path file = bench.output().resolve("histories.i32");
    run(java(service, "simulate", file.toString(), "" + CUSTOMERS, "" + SEED), bench);
    JsonNode ours = JSON.readTree(run(java(service, "fit", file.toString()), bench));
    var rows = new ArrayList<Row>();
    rows.add(
        Row.of(goal(), "everybody's P(alive), expected orders and CLV, %,d".formatted(CUSTOMERS))
            .measured(seconds(ours, "scoringSeconds"))
            .goal("<= 1 s", ours.path("scoringSeconds").asDouble() <= 1));
    try {
      Path script = Path.of("src/test/python/bgnbd_baseline.py").toAbsolutePath();
      String python = System.getProperty("load.python", "python3");
      JsonNode theirs =
          JSON.readTree(run(List.of(python, script.toString(), file.toString()), bench));
      String name = theirs.has("lifetimes") ? "lifetimes" : "scipy";
      rows.add(
          compared(
              ours, "coldSeconds", "a cold process, grouping included", theirs, name, COLD_TIMES));
      rows.add(
          compared(
              ours, "singleSeconds", "each customer a tuple of its own", theirs, name, COLD_TIMES));
      rows.add(
          compared(
              ours,
              "groupedSeconds",
              "equal customers grouped before",
              theirs,
              name,
              GROUPED_TIMES));
    } catch (IOException e) {
      rows.add(Row.missing(goal(), "fit of BG/NBD beside Python", String.valueOf(e.getMessage())));
    }
    Files.delete(file);
    return rows;
  }

  private Row compared(
      JsonNode ours, String part, String how, JsonNode theirs, String name, int times) {
    JsonNode python = theirs.path(name).path("single");
    double factor = python.path("seconds").asDouble() / ours.path(part).asDouble();
    double apart =
        Math.abs(
            python.path("meanNegativeLogLikelihood").asDouble()
                - ours.path("meanNegativeLogLikelihood").asDouble());
    return Row.of(goal(), "fit of BG/NBD to %,d customers, %s".formatted(CUSTOMERS, how))
        .measured(seconds(ours, part))
        .against("%s %s".formatted(name, seconds(python, "seconds")), factor)
        .goal(">= %d times as fast".formatted(times), factor >= times)
        .errors(apart <= SAME ? Map.of() : Map.of("not the same likelihood", 1L));
  }

  private static String seconds(JsonNode report, String field) {
    return String.format(Locale.ROOT, "%.2f s", report.path(field).asDouble());
  }

  private static List<String> java(Path service, String... arguments) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    var command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-cp",
                String.join(
                    File.pathSeparator,
                    service.resolve("classes").toString(),
                    service.resolve("test-classes").toString(),
                    library(service).toString()),
                BENCHMARK));
    command.addAll(List.of(arguments));
    return command;
  }

  private static Path library(Path service) throws IOException {
    try (var jars = Files.list(service.resolve("quarkus-app/lib/main"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith("org.hipparchus."))
          .findFirst()
          .orElseThrow(() -> new IOException("analytics-service is not packaged"));
    }
  }

  /** What a program says; its complaints go to a file. */
  private static String run(List<String> command, Bench bench)
      throws IOException, InterruptedException {
    Path complaints = bench.output().resolve("p7.log");
    var process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(complaints.toFile()))
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(command.getFirst() + " failed, see " + complaints.getFileName());
    }
    return said;
  }
}
