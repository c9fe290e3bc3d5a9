package dev.homeport.order.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.homeport.platform.event.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden samples are what the code writes, and are valid against the schemas. */
class EventSamplesTest {
  private static final Path CONTRACTS = Path.of("contracts");
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Map.Entry<String, Object>> samples() {
    return SampleEvents.all().entrySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void theSampleIsWhatTheCodeWrites(Map.Entry<String, Object> sample) throws IOException {
    Path file = CONTRACTS.resolve("samples").resolve(sample.getKey() + ".json");
    String written = pretty(EventJson.write(sample.getValue()));
    if (Boolean.getBoolean("homeport.samples.write")) {
      Files.writeString(file, written);
    }
    assertThat(JSON.readTree(Files.readString(file)))
        .as("%s; write it anew with -Dhomeport.samples.write=true", file)
        .isEqualTo(JSON.readTree(written));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void theSampleIsValid(Map.Entry<String, Object> sample) throws IOException {
    JsonNode node = JSON.readTree(EventJson.write(sample.getValue()));

    assertThat(schema(sample.getKey()).validate(node)).isEmpty();
  }

  @Test
  void aSchemaRefusesWhatIsNoEvent() throws IOException {
    JsonNode node = JSON.readTree(EventJson.write(SampleEvents.all().get("order-recorded")));
    ((com.fasterxml.jackson.databind.node.ObjectNode) node).put("total", 19.98);

    assertThat(schema("order-recorded").validate(node)).isNotEmpty();
  }

  @Test
  void everySampleFileIsMade() throws IOException {
    try (Stream<Path> files = Files.list(CONTRACTS.resolve("samples"))) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList();
      assertThat(names).isEqualTo(SampleEvents.all().keySet().stream().sorted().toList());
    }
  }

  /** A sample is named after its schema, with a variant behind two hyphens. */
  private static JsonSchema schema(String sample) {
    Path file =
        CONTRACTS.resolve("events").resolve(sample.replaceFirst("--.*", "") + ".v1.schema.json");
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pretty(String json) throws JsonProcessingException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json)) + "\n";
  }
}
