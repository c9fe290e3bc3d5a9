package dev.homeport.platform.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class PlatformApiTest {
  private JsonPath document;

  @BeforeEach
  void read() {
    document = given().queryParam("format", "JSON").get("/q/openapi").jsonPath();
  }

  @Test
  void theDocumentSaysWhatItIs() {
    assertThat(document.getString("openapi")).startsWith("3.1");
    assertThat(document.getString("info.title")).isEqualTo("Homeport platform-service");
    assertThat(document.getString("info.version")).isEqualTo("1");
  }

  @Test
  void everyCodeOfTheCatalogueIsPublished() {
    List<String> slugs = document.getList("components.schemas.Problem.properties.code.enum");

    assertThat(slugs)
        .containsAll(Arrays.stream(CommonProblem.values()).map(CommonProblem::slug).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyOperationHasTheProblemsThatCanBefallIt() {
    assertThat(statuses("get", "/v1/samples")).contains("200", "400", "429", "500", "503");
    assertThat(statuses("get", "/v1/samples")).doesNotContain("404", "422", "401");
    assertThat(statuses("get", "/v1/samples/{number}")).contains("404");
    assertThat(statuses("patch", "/v1/samples/{number}")).contains("412", "428", "422", "415");
    assertThat(statuses("get", "/v1/samples/secured")).contains("401", "403");
  }

  @Test
  void aSecuredOperationNamesItsScope() {
    assertThat(document.getList("paths.'/v1/samples/secured'.get.security"))
        .isEqualTo(List.of(Map.of("oauth2", List.of("orders:read")), Map.of("bearer", List.of())));
    assertThat(document.getMap("components.securitySchemes.oauth2.flows.clientCredentials.scopes"))
        .containsKey("orders:read");
  }

  @Test
  void valuesHaveTheirNamesAndFormsOfTheWire() {
    assertThat(document.getString("components.schemas.Decimal.type")).isEqualTo("string");
    assertThat(document.getString("components.schemas.CurrencyCode.pattern"))
        .isEqualTo("^[A-Z]{3}$");
    assertThat(document.getList("components.schemas.Kind.enum"))
        .isEqualTo(List.of("plain", "return-reversed"));
  }

  @Test
  void sharedResourcesLieUnderTheNameOfTheService() {
    assertThat(document.<String, Object>getMap("paths").keySet())
        .contains("/v1/platform-service/jobs/{id}")
        .noneMatch(path -> path.contains("{service}"));
    assertThat(document.getList("paths.'/v1/platform-service/jobs'.get.parameters.name"))
        .contains("limit", "cursor")
        .doesNotContain("service");
  }

  @Test
  void anOperationThatMayBeRepeatedSaysHow() {
    String operation = "paths.'/counters'.post";

    assertThat(document.getList(operation + ".parameters.'$ref'"))
        .isEqualTo(List.of("#/components/parameters/RequiredIdempotencyKey"));
    assertThat(document.getMap(operation + ".responses.'200'.headers"))
        .containsKey("Idempotent-Replayed");
  }

  @Test
  void whoMaySeeJobsIsSaidWithTheScopesThatSubmitThem() {
    assertThat(document.getList("paths.'/v1/platform-service/jobs'.get.security.oauth2.flatten()"))
        .containsExactlyInAnyOrder("admin:read", "orders:write", null);
  }

  @Test
  void everyValueHasALimitAndIdentifiersTheirForm() {
    assertThat(document.getString("components.schemas.Job.properties.id.pattern"))
        .startsWith("^job_[0-9a-f]{8}");
    assertThat(document.getString("components.schemas.Job.properties.kind.pattern"))
        .isEqualTo(WireLimits.TEXT);
    assertThat(document.getLong("components.schemas.Job.properties.processed.maximum"))
        .isEqualTo((1L << 53) - 1);
    assertThat(document.getInt("components.schemas.PageJobView.properties.items.maxItems"))
        .isEqualTo(250);
  }

  private List<String> statuses(String verb, String path) {
    return List.copyOf(
        document.<String, Object>getMap("paths.'" + path + "'." + verb + ".responses").keySet());
  }
}
