package dev.homeport.gateway.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Peer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class SuiteEventsDocumentTest {
  private static final String ORDERS =
      """
      {"asyncapi":"3.0.0","channels":{"parcel":{"address":"homeport.parcel.v1","messages":{"sent":
        {"$ref":"#/components/messages/sent"}}}},"operations":{"publishParcels":{"action":"send",
        "channel":{"$ref":"#/channels/parcel"}}},"components":{"messages":{"sent":{"name":
        "dev.homeport.parcel.sent.v1"}}}}""";

  @Test
  void theEventsOfThoseThatAnswerAreThereAndTheOthersAreNamed() throws IOException {
    JsonNode before = read();
    assertThat(before.at("/channels/tenants/address").asText()).isEqualTo("homeport.tenant.v1");
    assertThat(before.path("channels").has("parcel")).isFalse();
    assertThat(before.path("x-missing-services")).hasSize(4);

    try (var _ = Peer.at("homeport.gateway.services.order-service").on("/q/asyncapi", ORDERS)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> read().path("channels").has("parcel"));
    }
    JsonNode after = read();
    assertThat(after.at("/operations/publishParcels/tags/0/name").asText())
        .isEqualTo("order-service");
    assertThat(after.path("x-missing-services")).hasSize(3);
    var yaml = given().get("/asyncapi.yaml");
    yaml.then().statusCode(200).contentType(startsWith("application/yaml"));
    assertThat(new YAMLMapper().readTree(yaml.asByteArray())).isEqualTo(after);
    String tag = given().get("/asyncapi.json").header("ETag");
    given().header("If-None-Match", tag).get("/asyncapi.json").then().statusCode(304);
  }

  @Test
  void everyServiceSaysItsOwn() {
    given()
        .get("/q/asyncapi")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("asyncapi", equalTo("3.0.0"))
        .body("components.schemas", hasKey("tenant-configured.v1"))
        .body("channels.collect { it.value.address }", hasItems("homeport.tenant.v1", "{url}"))
        .body("operations.publishTenants.action", equalTo("send"));
  }

  private static JsonNode read() throws IOException {
    return new ObjectMapper().readTree(given().get("/asyncapi.json").asByteArray());
  }
}
