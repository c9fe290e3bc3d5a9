package dev.homeport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server process of ours that writes to a log file of its own. */
final class Child {

  private static final Duration LAST_WORDS = Duration.ofSeconds(10);
  private static final Set<ProcessHandle> OURS = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().unstarted(() -> OURS.forEach(Child::destroyTree)));
  }

  /** What to run, and in which directory. */
  record Command(
      String name, List<String> words, Map<String, String> environment, Path directory, Path log) {}

  private final ProcessHandle handle;

  private Child(ProcessHandle handle) {
    this.handle = handle;
  }

  static Child start(Command command, Lifetime lifetime) {
    try {
      Files.createDirectories(command.log().getParent());
      var words = new ArrayList<String>();
      if (lifetime == Lifetime.DETACHED) {
        words.addAll(ownSession());
      }
      words.addAll(command.words());
      var builder = new ProcessBuilder(words).redirectErrorStream(true);
      builder.directory(command.directory().toFile());
      builder.environment().putAll(command.environment());
      builder.redirectInput(Path.of("/dev/null").toFile());
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
      var handle = builder.start().toHandle();
      if (lifetime == Lifetime.THIS_JVM) {
        OURS.add(handle);
      }
      return new Child(handle);
    } catch (IOException e) {
      throw new LocalException(command.name() + " cannot be started: " + e.getMessage(), e);
    }
  }

  ProcessHandle handle() {
    return handle;
  }

  boolean alive() {
    return Alive.is(handle);
  }

  /** Asks it to stop, and kills it when it has not within the limit. */
  void stop(Duration limit) {
    handle.destroy();
    if (!Await.until(limit, () -> !Alive.is(handle))) {
      kill();
    }
    OURS.remove(handle);
  }

  /** Ends it as a crash would: without any chance to say goodbye. */
  void kill() {
    var doomed = destroyTree(handle);
    Await.until(LAST_WORDS, () -> doomed.stream().noneMatch(Alive::is));
    OURS.remove(handle);
  }

  static List<ProcessHandle> destroyTree(ProcessHandle root) {
    var all = new ArrayList<>(root.descendants().toList());
    all.add(root);
    all.forEach(ProcessHandle::destroyForcibly);
    return all;
  }

  /** A session of its own is out of reach of the terminal's hang-up and Ctrl-C. */
  private static List<String> ownSession() {
    for (var dir : List.of("/usr/bin", "/bin")) {
      if (Files.isExecutable(Path.of(dir, "setsid"))) {
        return List.of(dir + "/setsid");
      }
    }
    return List.of("nohup");
  }
}
