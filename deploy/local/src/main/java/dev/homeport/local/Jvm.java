package dev.homeport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Java that this JVM runs on, for the processes that it starts. */
final class Jvm {

  private Jvm() {}

  static String home() {
    return System.getProperty("java.home");
  }

  static String current() {
    return Path.of(home(), "bin", "java").toString();
  }

  /**
   * Flags that let a program load its classes from an archive, which it writes when it first ends:
   * two fifths less processor time at its next start. Only for programs that come back in one copy;
   * two that end together would write the same file.
   */
  static List<String> sharedArchive(Lifetime lifetime, String name) {
    if (lifetime == Lifetime.THIS_JVM) {
      return List.of();
    }
    try {
      var cache = Files.createDirectories(Checkout.locate().cache());
      return List.of(
          "-XX:+AutoCreateSharedArchive",
          "-XX:SharedArchiveFile=" + cache.resolve(name + ".jsa"),
          "-Xlog:cds=off,aot=off");
    } catch (IOException e) {
      throw new LocalException("The cache cannot be written: " + e.getMessage(), e);
    }
  }
}
