package dev.homeport.platform.http;

import static dev.homeport.platform.http.Requests.assertProblem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class VersionsTest {

  @Test
  void aReaderWhoHasTheVersionGetsNothingNew() {
    given().get("/v1/samples/7").then().statusCode(200).header("ETag", "\"7\"");
    given()
        .header("If-None-Match", "\"6\", W/\"7\"")
        .get("/v1/samples/7")
        .then()
        .statusCode(304)
        .header("ETag", "\"7\"")
        .body(emptyString());
    given().header("If-None-Match", "\"6\"").get("/v1/samples/7").then().statusCode(200);
  }

  @Test
  void aWriterMustNameTheVersion() {
    assertProblem(patch(null, "{}"), 428, "precondition-required");
    assertProblem(patch("\"6\"", "{}"), 412, "precondition-failed");
    assertProblem(patch("W/\"7\"", "{}"), 412, "precondition-failed");
    patch("\"7\"", "{}").then().statusCode(200);
    patch("*", "{}").then().statusCode(200);
  }

  @Test
  void aPatchSetsAndRemoves() {
    patch(
            "\"7\"",
            "{\"name\":\"cup\",\"country\":null,\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}")
        .then()
        .statusCode(200)
        .body(
            equalTo(
                """
                {"name":"cup","kind":"plain","price":{"amount":"1","currency":"EUR"},"rank":3,"open":true}"""));
  }

  @Test
  void aFieldThatMayNotChangeIsRefused() {
    assertProblem(patch("\"7\"", "{\"rank\":4,\"colour\":\"red\"}"), 422, "unknown-field")
        .body("errors.pointer", containsInAnyOrder("/rank", "/colour"));
    assertProblem(patch("\"7\"", "[]"), 422, "invalid-value");
  }

  @Test
  void theResultMustBeValid() {
    assertProblem(patch("\"7\"", "{\"name\":null}"), 422, "validation-failed")
        .body("errors.pointer", contains("/name"));
    assertProblem(
            patch("\"7\"", "{\"lines\":[{\"lineNo\":1,\"quantity\":0.1}]}"), 422, "invalid-value")
        .body("errors.pointer", contains("/lines/0/quantity"));
  }

  private static Response patch(@Nullable String ifMatch, String body) {
    var request = given().contentType(MergePatch.MEDIA_TYPE).body(body);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/v1/samples/7");
  }
}
