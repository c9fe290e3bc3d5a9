package dev.homeport.platform.http;

import static dev.homeport.platform.http.Requests.assertProblem;
import static dev.homeport.platform.http.Requests.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class JsonBodiesTest {

  @Test
  void whatIsRightComesBackInItsCanonicalForm() {
    post("""
            {"name":"mug","kind":"return-reversed","price":{"amount":"12.340","currency":"EUR"},
             "at":"2026-11-01T11:00:00.123456789+01:00","day":"2026-11-01","country":"XC","rank":3,
             "open":true,"lines":[{"lineNo":1,"quantity":2},{"lineNo":2,"quantity":"0.500"}]}
            """)
        .then()
        .statusCode(200)
        .body(
            equalTo(
                """
                {"name":"mug","kind":"return-reversed","price":{"amount":"12.34","currency":"EUR"},\
                "at":"2026-11-01T10:00:00.123456Z","day":"2026-11-01","country":"XC","rank":3,\
                "open":true,"lines":[{"lineNo":1,"quantity":"2"},{"lineNo":2,"quantity":"0.5"}]}"""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "null",
        "{\"name\":\"mug\"",
        "{'name':'mug'}",
        "{\"name\":\"mug\",\"name\":\"cup\"}",
        "{\"name\":\"mug\"} {}",
        "{\"name\":\"mug\",\"lines\":[{\"lineNo\":1,]}",
        "{\"name\":\"mug\",\"rank\":01}"
      })
  void whatIsNotWellFormedIsMalformed(String body) {
    assertProblem(post(body), 400, "malformed-json");
  }

  @Test
  void whatIsNestedTooDeeplyIsMalformed() {
    String patch = "{\"name\":" + "[".repeat(40) + "]".repeat(40) + "}";

    assertProblem(
            given().contentType("application/json").body(patch).patch("/v1/samples/7"),
            400,
            "malformed-json")
        .body("detail", containsString("deeply"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"mug\",\"colour\":\"red\"} | /colour",
        "{\"name\":\"mug\",\"lines\":[{\"lineNo\":1,\"quantity\":\"1\",\"x/y\":1}]} | /lines/0/x~1y",
        "{\"name\":\"mug\",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\",\"rate\":1}} | /price/rate"
      })
  void anUnknownFieldIsNamed(String body, String pointer) {
    assertProblem(post(body), 422, "unknown-field").body("errors.pointer", contains(pointer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":1} | /name | a string",
        "{\"name\":true} | /name | a string",
        "{\"name\":[]} | /name | a string",
        "{\"name\":\"mug\",\"rank\":\"3\"} | /rank | a whole number",
        "{\"name\":\"mug\",\"rank\":3.5} | /rank | a whole number",
        "{\"name\":\"mug\",\"rank\":99999999999} | /rank | a whole number",
        "{\"name\":\"mug\",\"rank\":\"\"} | /rank | a whole number",
        "{\"name\":\"mug\",\"open\":\"true\"} | /open | true or false",
        "{\"name\":\"mug\",\"open\":1} | /open | true or false",
        "{\"name\":\"mug\",\"kind\":\"RETURN_REVERSED\"} | /kind | plain, return-reversed",
        "{\"name\":\"mug\",\"kind\":1} | /kind | plain, return-reversed",
        "{\"name\":\"mug\",\"kind\":\"\"} | /kind | plain, return-reversed",
        "{\"name\":\"mug\",\"at\":1763800000} | /at | an instant",
        "{\"name\":\"mug\",\"at\":\"2026-11-01T10:00:00\"} | /at | an instant",
        "{\"name\":\"mug\",\"at\":\"+12345-11-01T10:00:00Z\"} | /at | an instant",
        "{\"name\":\"mug\",\"day\":[2026,11,1]} | /day | a date",
        "{\"name\":\"mug\",\"day\":\"2026-02-30\"} | /day | a date",
        "{\"name\":\"mug\",\"price\":{\"amount\":12.34,\"currency\":\"EUR\"}} | /price/amount | string",
        "{\"name\":\"mug\",\"price\":{\"amount\":12,\"currency\":\"EUR\"}} | /price/amount | string",
        "{\"name\":\"mug\",\"price\":{\"amount\":\"1e3\",\"currency\":\"EUR\"}} | /price/amount | string",
        "{\"name\":\"mug\",\"price\":{\"amount\":\"1.0000000001\",\"currency\":\"EUR\"}} | /price/amount | string",
        "{\"name\":\"mug\",\"price\":\"12.34 EUR\"} | /price | an object",
        "{\"name\":\"mug\",\"lines\":{}} | /lines | an array",
        "{\"name\":\"mug\",\"lines\":[{\"lineNo\":1,\"quantity\":1.5}]} | /lines/0/quantity | string",
        "{\"name\":\"mug\",\"lines\":[{\"quantity\":\"1\"}]} | /lines/0/lineNo | a whole number",
        "{\"name\":\"mug\",\"lines\":[{\"lineNo\":null,\"quantity\":\"1\"}]} | /lines/0/lineNo | a whole",
        "{\"name\":\"mug\",\"lines\":[{\"lineNo\":2000,\"quantity\":\"1\"}]} | /lines/0 | not valid",
        "[] | '' | an object",
        "\"mug\" | '' | an object"
      })
  void aValueOfTheWrongKindIsNamedWithWhatWasExpected(
      String body, String pointer, String expected) {
    assertProblem(post(body), 422, "invalid-value")
        .body("errors.pointer", contains(pointer))
        .body("errors[0].detail", containsString(expected));
  }

  @Test
  void anUnknownCurrencyHasACodeOfItsOwn() {
    assertProblem(
            post("{\"name\":\"mug\",\"price\":{\"amount\":\"1\",\"currency\":\"XXX\"}}"),
            422,
            "unknown-currency")
        .body("errors.pointer", contains("/price/currency"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"m\\u0000g\"} | /name",
        "{\"name\":\"mug\",\"attributes\":{\"a\":\"\\u0000\"}} | /attributes/a"
      })
  void aTextThatNoDatabaseHoldsIsNamed(String body, String pointer) {
    assertProblem(post(body), 422, "validation-failed").body("errors.pointer", contains(pointer));
  }

  @Test
  void everyViolationIsNamedByItsPlaceInTheBody() {
    assertProblem(
            post(
                """
                {"name":" ","country":"Germany","price":{"amount":"1"},
                 "lines":[{"lineNo":1,"quantity":"1"},{"lineNo":1,"quantity":"-1"},null],
                 "attributes":{"long":"1"}}
                """),
            422,
            "validation-failed")
        .body(
            "errors.pointer",
            contains(
                "/attributes/long",
                "/country",
                "/lines/1/quantity",
                "/lines/2",
                "/name",
                "/price/currency"));
  }
}
