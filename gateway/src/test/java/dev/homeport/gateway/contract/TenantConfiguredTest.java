package dev.homeport.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.homeport.platform.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantConfiguredTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CONTRACTS = Path.of("contracts");

  @ParameterizedTest
  @ValueSource(strings = {"tenant-configured.json", "tenant-configured-sandbox.json"})
  void aSampleIsWhatTheSchemaSaysAndWhatTheCodeWrites(String sample) throws IOException {
    String text = Files.readString(CONTRACTS.resolve("samples").resolve(sample));
    JsonNode json = JSON.readTree(text);

    assertThat(schemaFaults(json)).isEmpty();
    assertThat(JSON.readTree(EventJson.write(EventJson.read(text, TenantConfigured.class))))
        .isEqualTo(json);
  }

  @Test
  void theSchemaRefusesWhatIsNotOne() throws IOException {
    var wrong =
        new TenantConfigured(
            UUID.randomUUID(), "No Slug", "n", "euro", "UTC", List.of(), true, "standard", 0, 0, 0);
    assertThat(schemaFaults(JSON.readTree(EventJson.write(wrong)))).hasSize(3);
  }

  private static List<String> schemaFaults(JsonNode json) throws IOException {
    Path schema = CONTRACTS.resolve("events/tenant-configured.v1.schema.json");
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(Files.readString(schema))
        .validate(json)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
