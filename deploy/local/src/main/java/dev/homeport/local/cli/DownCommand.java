package dev.homeport.local.cli;

import dev.homeport.local.Checkout;
import dev.homeport.local.LocalException;
import dev.homeport.local.RunningSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops the suite. */
@Command(
    name = "down",
    description = "Stops the suite; its data stays.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Runnable {

  @Option(names = "--wipe", description = "Also forgets all data.")
  boolean wipe;

  @Override
  public void run() {
    Turn.take(this::stop);
  }

  private void stop() {
    var home = Home.locate();
    var suite = RunningSuite.at(home.data());
    suite.ifPresent(running -> running.stop(name -> System.out.println("  stopped  " + name)));
    if (suite.isEmpty()) {
      System.out.println("Nothing was running.");
    }
    if (RunningSuite.preparable()) {
      System.out.println("Preparing faster starts, once per build; this takes about a minute.");
      RunningSuite.prepareNextStart();
    }
    if (wipe) {
      wipe(home.data(), Checkout.locate().cache());
      System.out.println("The data is gone.");
    }
  }

  /** Everything but the cache, which holds nothing of anybody's. */
  private static void wipe(Path data, Path cache) {
    if (!Files.exists(data)) {
      return;
    }
    try (var files = Files.walk(data)) {
      var doomed =
          files
              .filter(file -> !file.startsWith(cache) && !cache.startsWith(file))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (var file : doomed) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new LocalException("The data cannot be deleted: " + e.getMessage(), e);
    }
  }
}
