package dev.homeport.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A program that runs on a JVM of its own.
 *
 * @param name of letters and hyphens
 * @param flags of its JVM
 * @param code the files that its classes come from
 * @param main where it begins: a jar, or class path and class
 * @param properties of this run
 * @param arguments of this run
 */
record JavaProgram(
    String name,
    List<String> flags,
    List<Path> code,
    List<String> main,
    List<String> properties,
    List<String> arguments) {

  private static final int KEY_LENGTH = 8;

  JavaProgram {
    flags = List.copyOf(flags);
    code = List.copyOf(code);
    main = List.copyOf(main);
    properties = List.copyOf(properties);
    arguments = List.copyOf(arguments);
  }

  /** All jars below a directory. */
  static List<Path> jars(Path directory) {
    try (var files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new LocalException(directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The words that run it with some more flags. */
  List<String> command(List<String> more) {
    var words = new ArrayList<>(List.of(Jvm.current()));
    words.addAll(flags);
    words.addAll(more);
    words.addAll(properties);
    words.addAll(main);
    words.addAll(arguments);
    return words;
  }

  /** Differs when the JDK, the flags or any of the files does, and not from run to run. */
  String key() {
    var text = new StringBuilder(Runtime.version() + " " + Jvm.home() + " " + flags + " " + main);
    for (var file : code) {
      try {
        text.append('\n').append(file).append(' ').append(Files.size(file));
        text.append(' ').append(Files.getLastModifiedTime(file));
      } catch (IOException e) {
        throw new LocalException(file + " cannot be read: " + e.getMessage(), e);
      }
    }
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(bytes).toString().substring(0, KEY_LENGTH);
  }
}
