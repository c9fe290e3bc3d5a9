package dev.homeport.platform.http;

import static dev.homeport.platform.http.Requests.assertProblem;
import static dev.homeport.platform.http.Requests.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ParametersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?limit=2&kind=return-reversed",
        "?from=2026-11-01T10:00:00Z&small=9",
        "?rank=1&rank=2"
      })
  void whatIsDeclaredIsAccepted(String query) {
    get("/v1/samples" + query).then().statusCode(200);
  }

  @Test
  void anUndeclaredParameterIsRefused() {
    assertProblem(get("/v1/samples?statsu=paid"), 400, "unknown-parameter")
        .body("errors.parameter", contains("statsu"));
    assertProblem(get("/v1/samples/1?limit=1"), 400, "unknown-parameter");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=251, limit",
    "limit=, limit",
    "limit=ten, limit",
    "limit=1&limit=2, limit",
    "kind=PLAIN, kind",
    "kind=other, kind",
    "from=yesterday, from",
    "rank=1&rank=b, rank",
    "small=10, small",
    "kind=pl%00ain, kind"
  })
  void aValueThatCannotBeUsedIsRefused(String query, String parameter) {
    assertProblem(get("/v1/samples?" + query), 400, "invalid-parameter")
        .body("errors.parameter", hasItem(parameter));
  }

  @Test
  void aPathThatCannotBeConvertedIsNotFound() {
    assertProblem(get("/v1/samples/seven"), 404, "not-found");
  }
}
