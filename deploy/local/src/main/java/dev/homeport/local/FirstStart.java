package dev.homeport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Data that a server makes on its first start counts once that start has succeeded. What a crash
 * before that leaves behind is neither usable nor anybody's, and is thrown away.
 */
final class FirstStart {

  private static final String MARK = "complete";

  private FirstStart() {}

  /** Deletes the directory unless its first start succeeded. */
  static void discardUnfinished(Path directory) {
    if (!Files.exists(directory) || Files.exists(directory.resolve(MARK))) {
      return;
    }
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new LocalException(directory + " cannot be deleted: " + e.getMessage(), e);
    }
  }

  static void succeeded(Path directory) {
    try {
      Files.write(directory.resolve(MARK), new byte[0]);
    } catch (IOException e) {
      throw new LocalException(directory + " cannot be written: " + e.getMessage(), e);
    }
  }
}
