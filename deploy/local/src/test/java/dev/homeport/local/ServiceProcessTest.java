package dev.homeport.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

  private final Path temp;

  ServiceProcessTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void a_service_that_is_not_built_is_said_in_one_sentence() {
    assertThatThrownBy(() -> start(temp.resolve("quarkus-run.jar"), Map.of()))
        .isInstanceOf(LocalException.class)
        .hasMessage("order-service is not built: run `mvn package -DskipTests` first.");
  }

  @Test
  void a_service_that_ends_at_once_is_said_without_waiting_for_the_limit() throws IOException {
    var noJar = Files.writeString(temp.resolve("quarkus-run.jar"), "not a jar");
    var process = start(noJar, Map.of("a.path", "C:\\data"));

    assertThatThrownBy(() -> process.awaitReady(Duration.ofMinutes(1)))
        .isInstanceOf(LocalException.class)
        .hasMessageStartingWith("order-service has ended; see ");
    assertThat(temp.resolve("order/config/application.properties")).hasContent("a.path=C:\\\\data");
  }

  private ServiceProcess start(Path jar, Map<String, String> configuration) {
    var place = Place.of(temp.resolve("order"));
    return ServiceProcess.start("order-service", jar, place, configuration, "http://127.0.0.1:1");
  }
}
