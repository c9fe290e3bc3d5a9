package dev.homeport.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What all tests of the HTTP behaviour say. */
final class Requests {
  private static final RestAssuredConfig AS_IT_IS =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private Requests() {}

  static Response get(String path) {
    return given().config(AS_IT_IS).urlEncodingEnabled(false).get(path);
  }

  static Response post(String body) {
    return given().config(AS_IT_IS).contentType("application/json").body(body).post("/v1/samples");
  }

  /** A whole problem, with nothing of our insides in it. */
  static ValidatableResponse assertProblem(Response response, int status, String code) {
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", equalTo(code))
        .body("type", equalTo("https://homeport.dev/problems/" + code))
        .body("traceId", matchesPattern("[0-9a-f]{32}"))
        .body(not(containsString("secret")))
        .body(not(containsString("java.")))
        .body(not(containsString("dev.homeport.platform")));
  }
}
