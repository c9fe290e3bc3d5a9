package dev.homeport.system.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.homeport.local.Service;
import dev.homeport.system.Npm;
import dev.homeport.system.Npm.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No document has an error, a warning or a hint by the rules of Spectral and of OWASP. */
class ApiStyleIT {
  private static final Path RULES = Path.of("src/spectral").toAbsolutePath();
  private static final Path PLACE = Path.of("target/spectral").toAbsolutePath();
  private static final String DOCUMENTS = "documents";

  @Test
  void everyDocumentPasses() throws IOException {
    var npm = new Npm(PLACE);
    installed(npm);
    var arguments =
        new ArrayList<>(List.of("lint", "--ruleset", "ruleset.yaml", "--fail-severity", "hint"));
    for (Service service : Service.values()) {
      arguments.add(copied(service.id(), Path.of("..", service.id(), "contracts/openapi.yaml")));
    }

    Result result = npm.run("spectral", arguments);

    assertThat(result.status()).as(result.output()).isZero();
  }

  /** Beside the rules, whose exceptions name documents by where they lie. */
  private static String copied(String name, Path document) throws IOException {
    Path copy = Path.of(DOCUMENTS, name + ".yaml");
    Files.createDirectories(PLACE.resolve(DOCUMENTS));
    Files.copy(document, PLACE.resolve(copy), StandardCopyOption.REPLACE_EXISTING);
    return copy.toString();
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
