package dev.homeport.analytics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.homeport.platform.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of segments: samples, schemas and code say the same. */
class SegmentSamplesTest {
  private static final Path CONTRACTS = Path.of("contracts");

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_is_what_the_code_writes(Path sample) throws IOException {
    String json = Files.readString(sample).strip();

    assertThat(EventJson.write(EventJson.read(json, SegmentMoved.class))).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_satisfies_its_schema(Path sample) throws IOException {
    assertThat(faults(name(sample), Files.readString(sample))).isEmpty();
  }

  @Test
  void a_schema_refuses_what_is_no_event() throws IOException {
    assertThat(faults("segment-left", "{\"customerId\":\"x\",\"reason\":\"whim\"}"))
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void both_events_have_samples_and_are_listed() throws IOException {
    String list = Files.readString(CONTRACTS.resolve("asyncapi.yaml"));

    for (String type : List.of(SegmentMoved.ENTERED, SegmentMoved.LEFT)) {
      String name = type.replaceAll("^dev\\.homeport\\.analytics\\.|\\.v1$", "");
      assertThat(list).contains(type, "events/" + name + ".v1.schema.json");
      assertThat(samples().stream().map(SegmentSamplesTest::name)).contains(name);
    }
  }

  static List<Path> samples() throws IOException {
    try (var files = Files.list(CONTRACTS.resolve("samples"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("segment-"))
          .sorted()
          .toList();
    }
  }

  private static Set<ValidationMessage> faults(String schema, String json) throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(Files.readString(CONTRACTS.resolve("events/" + schema + ".v1.schema.json")))
        .validate(
            json,
            InputFormat.JSON,
            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
  }

  private static String name(Path sample) {
    return sample.getFileName().toString().replaceFirst("(--.*)?\\.json$", "");
  }
}
