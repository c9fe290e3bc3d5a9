package dev.homeport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process still does anything. */
final class Alive {

  private Alive() {}

  /** A process that has ended but was not yet collected by its parent counts as ended. */
  static boolean is(ProcessHandle process) {
    return process.isAlive() && !ended(process.pid());
  }

  private static boolean ended(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
    } catch (IOException _) {
      return false; // not Linux, or gone meanwhile
    }
  }
}
