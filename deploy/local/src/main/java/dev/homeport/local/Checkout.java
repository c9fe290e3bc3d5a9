package dev.homeport.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A working copy of the repository, and where in it the build leaves what the servers need.
 *
 * @param root the directory that holds {@code deploy/local}
 */
public record Checkout(Path root) {

  /** System property that names the root when the current directory is not inside it. */
  public static final String ROOT_PROPERTY = "homeport.root";

  /**
   * Finds the working copy: the directory named by {@value #ROOT_PROPERTY}, otherwise the nearest
   * directory upwards from the current one that holds {@code deploy/local/pom.xml}.
   */
  public static Checkout locate() {
    var named = System.getProperty(ROOT_PROPERTY);
    var start = Path.of(named == null ? "" : named).toAbsolutePath().normalize();
    for (Path dir = start; dir != null; dir = dir.getParent()) {
      if (Files.isRegularFile(dir.resolve("deploy/local/pom.xml"))) {
        return new Checkout(dir);
      }
    }
    throw new LocalException("No Homeport working copy was found at or above " + start + ".");
  }

  /** Where {@code up} keeps data, logs and process ids. Never committed. */
  public Path data() {
    return root.resolve("deploy/local/.data");
  }

  /** Things that are costly to make and safe to lose; they outlive the data. */
  public Path cache() {
    return data().resolve("cache");
  }

  /** The realm that Keycloak imports when it has none. */
  public Path realm() {
    return root.resolve("deploy/keycloak/realm.json");
  }

  Path kafkaLibrary() {
    return built("kafka/lib");
  }

  Path keycloakArchives() {
    return built("keycloak");
  }

  private Path built(String name) {
    var path = root.resolve("deploy/local/target").resolve(name);
    if (!Files.isDirectory(path)) {
      throw new LocalException(
          path + " is missing: run `mvn -pl deploy/local process-resources` once to fetch it.");
    }
    return path;
  }
}
