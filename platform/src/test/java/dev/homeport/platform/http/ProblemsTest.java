package dev.homeport.platform.http;

import static dev.homeport.platform.http.Requests.assertProblem;
import static dev.homeport.platform.http.Requests.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ProblemsTest {
  private static final UUID TENANT = UUID.fromString("0190b6a0-0000-7000-8000-000000000001");

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/v1", "/v1/nothing", "/elsewhere/x.html", "/q/nothing", "/v1/samples/a/b/c"})
  void anUnknownPathIsAProblem(String path) {
    assertProblem(get(path), 404, "not-found").body("instance", equalTo(path));
  }

  @Test
  void anUnknownPathIsAProblemForABrowserToo() {
    assertProblem(given().accept("text/html").get("/nothing"), 404, "not-found");
  }

  @Test
  void aMethodThatThePathHasNotIsNamedWithThoseItHas() {
    assertProblem(given().delete("/v1/samples/1"), 405, "method-not-allowed")
        .header("Allow", allOf(containsString("GET"), containsString("PATCH")));
  }

  @ParameterizedTest
  @CsvSource({
    "deadlock, 503, overloaded",
    "refused, 503, database-unavailable",
    "pool, 503, overloaded",
    "entity, 409, conflict",
    "busy, 429, rate-limited",
    "bug, 500, internal-error",
    "error, 500, internal-error",
    "none, 404, not-found"
  })
  void aFailureSaysOnlyWhatTheCallerCanActOn(String kind, int status, String code) {
    assertProblem(get("/v1/samples/failures/" + kind), status, code);
  }

  @Test
  void aWaitIsRoundedUpToWholeSeconds() {
    get("/v1/samples/failures/busy").then().header("Retry-After", "2");
    get("/v1/samples/failures/deadlock").then().header("Retry-After", "1");
  }

  @Test
  void anUncommonStatusKeepsItsNumber() {
    assertProblem(get("/v1/samples/failures/teapot"), 418, "request-refused");
  }

  @ParameterizedTest
  @CsvSource({"404, not-found", "409, conflict", "500, internal-error", "503, unavailable"})
  void anErrorBuiltByHandGetsAProblem(int status, String code) {
    assertProblem(get("/v1/samples/answers/" + status), status, code);
  }

  @Test
  void withoutATokenTheChallengeIsSentOnce() {
    var response = get("/v1/samples/secured");

    assertProblem(response, 401, "unauthenticated").header("WWW-Authenticate", "Bearer");
    assertThat(response.headers().getValues("WWW-Authenticate")).hasSize(1);
  }

  @Test
  void aTokenThatIsNotGoodIsRefused() {
    assertProblem(secured("nonsense"), 401, "unauthenticated");
    assertProblem(secured(TestTokens.expiredToken(TENANT, "orders:read")), 401, "unauthenticated");
    assertProblem(
        secured(TestTokens.tokenForAudience(TENANT, "orders:read", "other")),
        401,
        "unauthenticated");
  }

  @Test
  void aTokenWithoutTheScopeIsForbidden() {
    assertProblem(secured(TestTokens.token(TENANT, "orders:write")), 403, "forbidden");
    assertProblem(secured(TestTokens.token(TENANT, "")), 403, "forbidden");
    secured(TestTokens.token(TestTenants.create(), "orders:read")).then().statusCode(200);
  }

  @Test
  void aBodyOfAnotherMediaTypeIsRefused() {
    assertProblem(
        given().contentType("text/plain").body("x").post("/v1/samples"),
        415,
        "unsupported-media-type");
  }

  @Test
  void anAnswerThatNobodyWantsIsRefused() {
    assertProblem(given().accept("image/png").get("/v1/samples/text"), 406, "not-acceptable");
  }

  @Test
  void headAnswersAsGetWithoutABody() {
    given().head("/v1/samples/1").then().statusCode(200).body(emptyString());
    given().head("/v1/samples/x").then().statusCode(404).body(emptyString());
  }

  @Test
  void optionsNamesTheMethods() {
    given().options("/v1/samples").then().statusCode(200).header("Allow", notNullValue());
  }

  private static Response secured(String token) {
    return given().auth().oauth2(token).get("/v1/samples/secured");
  }
}
