package dev.homeport.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

/**
 * Keycloak unpacked and put together for our options, once per version and set of options: about
 * half a minute, and 400 MB in the cache. Several processes may ask at the same time.
 */
final class KeycloakBuild {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Consoles and flows for people are left out: every client here is a program. */
  private static final List<String> OPTIONS =
      List.of(
          "--db=dev-file",
          "--health-enabled=true",
          "--metrics-enabled=false",
          "--features=client-secret-rotation",
          "--features-disabled=account,admin,admin-fine-grained-authz,authorization,ciba,"
              + "device-flow,identity-brokering-api,impersonation,kerberos,organization,par,passkeys,"
              + "step-up-authentication,step-up-authentication-saml,twitter-broker,web-authn,workflows");

  private final Path archive;
  private final Path home;

  private KeycloakBuild(Path archive, Path home) {
    this.archive = archive;
    this.home = home;
  }

  static KeycloakBuild in(Checkout checkout) {
    try (var archives = Files.list(checkout.keycloakArchives())) {
      var archive =
          archives
              .filter(file -> file.toString().endsWith(".zip"))
              .max(Path::compareTo)
              .orElseThrow(() -> new LocalException("The Keycloak archive is missing."));
      var version = archive.getFileName().toString().replaceAll("\\D+(.*)\\.zip", "$1");
      var name = "keycloak-%s-%08x".formatted(version, OPTIONS.hashCode());
      return new KeycloakBuild(archive, checkout.cache().resolve(name));
    } catch (IOException e) {
      throw new LocalException("The Keycloak archive cannot be read: " + e.getMessage(), e);
    }
  }

  boolean ready() {
    return Files.exists(mark());
  }

  /** The directory with {@code lib} and the rest; the first caller makes it, the others wait. */
  Path home() {
    if (ready()) {
      return home;
    }
    synchronized (KeycloakBuild.class) {
      try {
        Files.createDirectories(home);
        try (var file =
                FileChannel.open(
                    home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var _ = file.lock()) {
          if (!ready()) {
            unpack();
            build();
            Files.createFile(mark());
          }
        }
      } catch (IOException e) {
        throw new LocalException("Keycloak cannot be unpacked: " + e.getMessage(), e);
      }
    }
    return home;
  }

  private Path mark() {
    return home.resolve("built");
  }

  private void unpack() throws IOException {
    try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var path = Path.of(entry.getName());
        if (!entry.isDirectory() && path.getNameCount() > 1) {
          var target = home.resolve(path.subpath(1, path.getNameCount()));
          Files.createDirectories(target.getParent());
          Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private void build() {
    var log = home.resolve("build.log");
    var words = new ArrayList<>(List.of("sh", home.resolve("bin/kc.sh").toString(), "build"));
    words.addAll(OPTIONS);
    var environment = Map.of("JAVA_HOME", Jvm.home(), "JAVA", Jvm.current());
    var build =
        Child.start(
            new Child.Command("Keycloak", words, environment, home, log), Lifetime.THIS_JVM);
    if (!Await.until(LIMIT, () -> !build.alive())) {
      build.kill();
    }
    if (!Files.exists(home.resolve("lib/quarkus/generated-bytecode.jar"))) {
      throw new LocalException("Keycloak could not be built; see " + log + ".");
    }
  }
}
