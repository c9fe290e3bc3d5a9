package dev.homeport.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
   * Flags that let a program load its classes from an archive: a third less processor time at its
   * start. A detached program writes the archive when it first ends, which costs some seconds then;
   * others only use one that is there, because two that end together would write the same file.
   */
  static List<String> sharedArchive(Lifetime lifetime, String name) {
    var archive = Checkout.locate().cache().resolve(name + ".jsa");
    var use = List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off,aot=off");
    return switch (lifetime) {
      case DETACHED ->
          Stream.concat(Stream.of("-XX:+AutoCreateSharedArchive"), use.stream()).toList();
      case THIS_JVM -> Files.exists(archive) ? use : List.of();
    };
  }
}
