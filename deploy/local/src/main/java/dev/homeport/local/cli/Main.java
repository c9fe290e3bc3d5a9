package dev.homeport.local.cli;

import dev.homeport.local.LocalException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Entry point of the commands. What goes wrong is said in one sentence; the exit code is then 1.
 */
@Command(
    name = "deploy/local",
    subcommands = {UpCommand.class, DownCommand.class, StatusCommand.class})
public final class Main {

  private Main() {}

  /** Runs one command. */
  public static void main(String[] arguments) {
    var line =
        new CommandLine(new Main())
            .setExecutionExceptionHandler(
                (failure, command, _) -> {
                  command.getErr().println(sentence(failure));
                  return CommandLine.ExitCode.SOFTWARE;
                });
    System.exit(line.execute(arguments));
  }

  private static String sentence(Exception failure) {
    return failure instanceof LocalException
        ? String.valueOf(failure.getMessage())
        : "Something unexpected went wrong: " + failure + ".";
  }
}
