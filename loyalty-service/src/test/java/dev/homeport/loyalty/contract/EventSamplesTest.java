package dev.homeport.loyalty.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.homeport.platform.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we promise: samples, schemas and code say the same. */
class EventSamplesTest {
  private static final Path CONTRACTS = Path.of("contracts");

  /** By the name of the schema; a sample has a variant behind two hyphens. */
  private static final Map<String, Class<?>> PROMISES =
      Map.of(
          "member-changed",
          MemberChanged.class,
          "tier-changed",
          TierChanged.class,
          "points-expiring",
          PointsExpiring.class);

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsWhatTheCodeWrites(Path sample) throws IOException {
    String json = Files.readString(sample).strip();
    Class<?> type = Objects.requireNonNull(PROMISES.get(name(sample)));

    assertThat(EventJson.write(EventJson.read(json, type))).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleSatisfiesItsSchema(Path sample) throws IOException {
    assertThat(faults(name(sample), Files.readString(sample))).isEmpty();
  }

  @Test
  void aSchemaRefusesWhatIsNoEvent() throws IOException {
    JsonNode state =
        EventJson.tree(Files.readString(CONTRACTS.resolve("samples/member-changed.json")));
    ((ObjectNode) state).put("pending", -1).remove("revision");
    assertThat(faults("member-changed", state.toString())).hasSize(2);

    JsonNode change =
        EventJson.tree(Files.readString(CONTRACTS.resolve("samples/tier-changed.json")));
    ((ObjectNode) change).put("reason", "whim").remove("programme");
    assertThat(faults("tier-changed", change.toString())).hasSize(2);
  }

  @Test
  void everyPromiseHasASampleAndItsPlaceInTheList() throws IOException {
    String list = Files.readString(CONTRACTS.resolve("asyncapi.yaml"));
    assertThat(list)
        .contains(
            MemberChanged.TYPE, TierChanged.TYPE, PointsExpiring.TYPE, LoyaltyTopic.TOPIC.name());
    for (String name : PROMISES.keySet()) {
      assertThat(list).contains("events/" + name + ".v1.schema.json");
      assertThat(samples().stream().map(EventSamplesTest::name)).contains(name);
    }
  }

  static List<Path> samples() throws IOException {
    try (var files = Files.list(CONTRACTS.resolve("samples"))) {
      return files.sorted().toList();
    }
  }

  private static Iterable<?> faults(String schema, String json) throws IOException {
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
