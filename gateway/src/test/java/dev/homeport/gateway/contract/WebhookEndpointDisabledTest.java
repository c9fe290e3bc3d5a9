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
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookEndpointDisabledTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CONTRACTS = Path.of("contracts");

  @Test
  void theSampleIsWhatTheSchemaSaysAndWhatTheCodeWrites() throws IOException {
    String text = Files.readString(CONTRACTS.resolve("samples/webhook-endpoint-disabled.json"));
    JsonNode json = JSON.readTree(text);

    assertThat(faults(json)).isZero();
    assertThat(JSON.readTree(EventJson.write(EventJson.read(text, WebhookEndpointDisabled.class))))
        .isEqualTo(json);
  }

  @Test
  void theSchemaRefusesWhatIsNotOne() throws IOException {
    var wrong = new WebhookEndpointDisabled(UUID.randomUUID(), "x", "bored", Instant.EPOCH);
    assertThat(faults(JSON.readTree(EventJson.write(wrong)))).isEqualTo(1);
  }

  private static int faults(JsonNode json) throws IOException {
    Path schema = CONTRACTS.resolve("events/webhook-endpoint-disabled.v1.schema.json");
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(Files.readString(schema))
        .validate(json)
        .size();
  }
}
