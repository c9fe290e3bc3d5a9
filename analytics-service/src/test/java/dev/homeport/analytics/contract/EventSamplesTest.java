package dev.homeport.analytics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.homeport.platform.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we promise: samples, schemas and code say the same. */
class EventSamplesTest {
  private static final Path CONTRACTS = Path.of("contracts");

  /** By the name of the schema; a sample has a variant behind two hyphens. */
  private static final Map<String, Class<?>> PROMISES = Map.of("group-changed", GroupChanged.class);

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_is_what_the_code_writes(Path sample) throws IOException {
    String json = Files.readString(sample).strip();

    assertThat(EventJson.write(EventJson.read(json, PROMISES.get(name(sample))))).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_satisfies_its_schema(Path sample) throws IOException {
    assertThat(faults(name(sample), Files.readString(sample))).isEmpty();
  }

  @Test
  void a_schema_refuses_what_is_no_event() throws IOException {
    JsonNode event =
        EventJson.tree(Files.readString(CONTRACTS.resolve("samples/group-changed.json")));

    ((ObjectNode) event).put("reason", "no-reason").remove("revision");

    assertThat(faults("group-changed", event.toString())).hasSize(2);
  }

  @Test
  void every_promise_has_a_sample_and_its_place_in_the_list() throws IOException {
    String list = Files.readString(CONTRACTS.resolve("asyncapi.yaml"));
    for (String name : PROMISES.keySet()) {
      assertThat(list).contains("events/" + name + ".v1.schema.json");
      assertThat(samples().map(EventSamplesTest::name)).contains(name);
    }
  }

  static Stream<Path> samples() throws IOException {
    return Files.list(CONTRACTS.resolve("samples"))
        .filter(sample -> PROMISES.containsKey(name(sample)))
        .sorted();
  }

  private static Iterable<?> faults(String schema, String json) throws IOException {
    JsonSchema promised =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Files.readString(CONTRACTS.resolve("events/" + schema + ".v1.schema.json")));
    return promised.validate(
        json,
        InputFormat.JSON,
        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
  }

  private static String name(Path sample) {
    return Optional.of(sample.getFileName().toString())
        .map(file -> file.replaceFirst("(--.*)?\\.json$", ""))
        .orElseThrow();
  }
}
