package dev.homeport.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Programs of Node, which is taken from the path and which nothing but a few tests need.
 *
 * @param directory that holds the packages
 */
public record Npm(Path directory) {
  private static final long LIMIT_MINUTES = 5;

  /** How a program ended. */
  public record Result(int status, String output) {}

  /** Whether there is a Node here. */
  public static boolean present() {
    try {
      return run(Path.of("."), List.of("npm", "--version")).status() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /** Installs exactly the locked packages; does nothing if they are there since an earlier run. */
  public Result install(Path locked) throws IOException {
    Path installed = directory.resolve("installed.json");
    byte[] lock = Files.readAllBytes(locked.resolve("package-lock.json"));
    Files.createDirectories(directory);
    try (var files = Files.list(locked)) {
      for (Path file : files.toList()) {
        Files.copy(
            file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (Files.exists(installed) && Arrays.equals(Files.readAllBytes(installed), lock)) {
      return new Result(0, "");
    }
    Result result = run(directory, List.of("npm", "ci", "--prefer-offline"));
    if (result.status() == 0) {
      Files.write(installed, lock);
    }
    return result;
  }

  /** Runs a program of the installed packages. */
  public Result run(String program, List<String> arguments) throws IOException {
    var command = new ArrayList<>(List.of("node", "node_modules/.bin/" + program));
    command.addAll(arguments);
    return run(directory, command);
  }

  /** Runs a program that was installed with its packages. */
  public Result runOwn(String script, List<String> arguments) throws IOException {
    var command = new ArrayList<>(List.of("node", script));
    command.addAll(arguments);
    return run(directory, command);
  }

  private static Result run(Path directory, List<String> command) throws IOException {
    Path output = Files.createTempFile("npm", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return new Result(-1, command + " does not end");
      }
      return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
