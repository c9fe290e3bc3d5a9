package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.local.LocalException;
import dev.homeport.local.RunningSuite;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Says what runs and what is healthy; the exit code is 0 only when everything is. */
@Command(
    name = "status",
    description = "Says what runs and what is healthy.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  private static final long MIB = 1024L * 1024;

  @Option(names = "--json", description = "For scripts: {healthy, parts: [...]}.")
  boolean json;

  record Report(boolean healthy, List<RunningSuite.Part> parts) {}

  @Override
  public Integer call() {
    var parts = RunningSuite.at(Home.locate().data()).map(RunningSuite::parts).orElse(List.of());
    var healthy = !parts.isEmpty() && parts.stream().allMatch(RunningSuite.Part::healthy);
    if (json) {
      System.out.println(write(new Report(healthy, parts)));
    } else {
      print(parts);
    }
    return healthy ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static void print(List<RunningSuite.Part> parts) {
    if (parts.isEmpty()) {
      System.out.println("Nothing is running; deploy/local/up starts the suite.");
      return;
    }
    System.out.printf("%-18s %-11s %-24s %8s %8s%n", "part", "state", "address", "pid", "MiB");
    for (var part : parts) {
      System.out.printf(
          "%-18s %-11s %-24s %8s %8s%n",
          part.name(),
          state(part),
          part.address(),
          part.running() ? part.pid() : "",
          part.residentBytes() > 0 ? part.residentBytes() / MIB : "");
    }
  }

  private static String state(RunningSuite.Part part) {
    if (!part.running()) {
      return "stopped";
    }
    return part.healthy() ? "healthy" : "not healthy";
  }

  private static String write(Report report) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report);
    } catch (IOException e) {
      throw new LocalException("The status cannot be written as JSON.", e);
    }
  }
}
