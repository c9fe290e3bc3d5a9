package dev.homeport.system.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.homeport.local.Service;
import dev.homeport.system.style.Npm.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No document has an error or a warning by the rules of Spectral and of OWASP. */
class ApiStyleIT {
  private static final Path RULES = Path.of("src/spectral").toAbsolutePath();
  private static final Path PACKAGES = Path.of("target/spectral").toAbsolutePath();

  @Test
  void everyCommittedDocumentPasses() throws IOException {
    var npm = new Npm(PACKAGES);
    installed(npm);

    Result result = npm.run("spectral", arguments());

    assertThat(result.status()).as(result.output()).isZero();
  }

  private static List<String> arguments() {
    // The rules lie beside the packages that they extend, where Spectral looks for them.
    var arguments =
        new ArrayList<>(List.of("lint", "--ruleset", "ruleset.yaml", "--fail-severity", "hint"));
    Arrays.stream(Service.values())
        .map(service -> Path.of("..", service.id(), "contracts/openapi.yaml"))
        .forEach(document -> arguments.add(document.toAbsolutePath().normalize().toString()));
    return arguments;
  }

  private static void installed(Npm npm) throws IOException {
    if (!Npm.present()) {
      skipped("there is no Node on the path");
    }
    Result result = npm.install(RULES);
    if (result.status() != 0) {
      skipped("the packages cannot be had: " + result.output());
    }
  }

  private static void skipped(String reason) {
    System.out.println("The documents are not held against Spectral's rules: " + reason);
    abort(reason);
  }
}
