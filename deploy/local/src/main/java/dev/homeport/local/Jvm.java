package dev.homeport.local;

import java.nio.file.Path;

/** The Java that this JVM runs on, for the processes that it starts. */
final class Jvm {

  private Jvm() {}

  static String home() {
    return System.getProperty("java.home");
  }

  static String current() {
    return Path.of(home(), "bin", "java").toString();
  }
}
