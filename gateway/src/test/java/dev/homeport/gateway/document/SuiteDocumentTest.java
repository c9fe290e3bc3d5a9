package dev.homeport.gateway.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class SuiteDocumentTest {
  private static Neighbours neighbours;

  @BeforeAll
  static void start() {
    neighbours = Neighbours.start();
  }

  @BeforeEach
  void awaitKnown() {
    neighbours.awaitKnown();
  }

  @AfterAll
  static void stop() {
    neighbours.close();
  }

  @Test
  void anybodyReadsWhatTheSuiteCanDo() {
    given()
        .get("/openapi.json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("openapi", equalTo("3.1.0"))
        .body("info.title", equalTo("Homeport"))
        .body("servers.url", equalTo(List.of("/")))
        .body("paths", hasKey("/v1/things/{id}"))
        .body("paths", hasKey("/v1/tenants"))
        .body("paths", hasKey("/openapi.yaml"))
        .body("paths", not(hasKey("/q/openapi")));
  }

  @Test
  void bothFormsSayTheSame() throws IOException {
    JsonNode json = new ObjectMapper().readTree(given().get("/openapi.json").asByteArray());
    var yaml = given().get("/openapi.yaml");
    yaml.then().statusCode(200).contentType(startsWith("application/yaml"));
    assertThat(new YAMLMapper().readTree(yaml.asByteArray())).isEqualTo(json);
    assertThat(new MergedApi(json).dangling()).isEmpty();
    assertThat(new MergedApi(json).operationIds()).contains("getHome", "createTenant");
  }

  @Test
  void whoHasItNeedNotReadItAgain() {
    String tag = given().get("/openapi.json").then().statusCode(200).extract().header("ETag");
    given()
        .header("If-None-Match", tag)
        .get("/openapi.json")
        .then()
        .statusCode(304)
        .body(equalTo(""));
    given().header("If-None-Match", "\"x\"").get("/openapi.json").then().statusCode(200);
  }

  @Test
  void itIsCompressedForWhoeverTakesThat() {
    var config =
        RestAssuredConfig.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
    byte[] plain =
        given()
            .config(config)
            .get("/openapi.json")
            .then()
            .header("Content-Encoding", nullValue())
            .extract()
            .asByteArray();
    byte[] packed =
        given()
            .config(config)
            .header("Accept-Encoding", "gzip")
            .get("/openapi.json")
            .then()
            .header("Content-Encoding", "gzip")
            .extract()
            .asByteArray();
    assertThat(packed.length * 3).isLessThan(plain.length);
  }

  @Test
  void theBareAddressSaysWhereThatIs() {
    JsonPath home = given().get("/").then().statusCode(200).extract().jsonPath();
    assertThat(home.getString("name")).isEqualTo("Homeport");
    assertThat(home.getString("version")).isNotBlank();
    Map<String, String> links = home.getMap("links");
    assertThat(links.values())
        .contains("/docs", "/openapi.json", "/asyncapi.json", "/q/health/suite");
    links.values().stream()
        .filter(link -> !link.startsWith("/q/"))
        .forEach(link -> given().get(link).then().statusCode(200));
  }
}
