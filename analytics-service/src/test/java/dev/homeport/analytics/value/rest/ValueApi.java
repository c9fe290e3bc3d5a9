package dev.homeport.analytics.value.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.homeport.platform.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;

/** Calls about value, as a client of a tenant makes them. */
final class ValueApi {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final String token;

  ValueApi(UUID tenant) {
    this.token = TestTokens.token(tenant, "analytics:read analytics:write");
  }

  RequestSpecification as() {
    return given().auth().oauth2(token);
  }

  ValidatableResponse get(String path) {
    return as().get(path).then();
  }

  ValidatableResponse post(String path, String body) {
    return as().contentType(ContentType.JSON).body(body).post(path).then();
  }

  /** The job of a fit, ended one way or another. */
  JsonPath fit(String body) {
    String location = post("/v1/value-models", body).statusCode(202).extract().header("Location");
    await()
        .atMost(SOON)
        .until(
            () -> as().get(location).jsonPath().getString("status"),
            status -> !status.equals("queued") && !status.equals("running"));
    return get(location).statusCode(200).extract().jsonPath();
  }

  /** The identifier of a model that was fitted. */
  String model(String body) {
    JsonPath job = fit(body);
    if (!job.getString("status").equals("succeeded")) {
      throw new IllegalStateException(job.prettify());
    }
    return job.getString("result.modelId");
  }

  JsonPath read(String model) {
    return json(get("/v1/value-models/" + model));
  }

  /** The answer, with all digits of its numbers. */
  static JsonPath json(ValidatableResponse response) {
    return JsonPath.from(response.statusCode(200).extract().asString())
        .using(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
  }

  ValidatableResponse activate(String model) {
    return as().post("/v1/value-models/" + model + "/activation").then();
  }
}
