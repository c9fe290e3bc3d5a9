package dev.homeport.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {

  private static final Path JDK_SCRIPT = Checkout.locate().root().resolve("deploy/local/jdk.sh");

  private final Path temp;

  ScriptsTest(@TempDir Path temp) {
    this.temp = temp;
  }

  private record Outcome(int code, String output) {}

  @Test
  void a_new_enough_java_home_is_taken() throws Exception {
    var home = jdk("99.0.1");

    assertThat(source("echo $JAVA_HOME", Map.of("JAVA_HOME", home.toString())))
        .isEqualTo(new Outcome(0, home + "\n"));
  }

  @Test
  void an_old_java_home_is_passed_over() throws Exception {
    var home = jdk("17.0.16");

    var outcome = source("echo $JAVA_HOME", Map.of("JAVA_HOME", home.toString()));
    assertThat(outcome.output()).doesNotContain(home.toString());
  }

  @Test
  void a_missing_maven_is_said_in_one_sentence() throws Exception {
    var home = jdk("99.0.1");
    var tools = Files.createDirectory(temp.resolve("tools"));
    for (var tool : new String[] {"dirname", "sed"}) {
      Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
    }

    assertThat(source("need_maven", Map.of("JAVA_HOME", home.toString(), "PATH", tools.toString())))
        .isEqualTo(
            new Outcome(
                1,
                "Homeport is built with Maven and there is no mvn on the PATH: install Maven 3.8 or"
                    + " newer from your package manager.\n"));
  }

  private Path jdk(String version) throws IOException {
    var home = temp.resolve("jdk-" + version);
    var javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
    Files.createFile(javac);
    assertThat(javac.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private Outcome source(String then, Map<String, String> environment) throws Exception {
    var builder =
        new ProcessBuilder("/bin/bash", "-c", "source " + JDK_SCRIPT + "; " + then)
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }
}
