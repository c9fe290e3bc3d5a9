package dev.homeport.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class PublishedRoutesTest {

  @Test
  void everyOperationBelowTheApiIsARoute() throws Exception {
    var document =
        json(
            """
            {"openapi":"3.1.0","paths":{
              "/v1/orders":{"summary":"all","get":{},"post":{"requestBody":{"content":{
                "application/json":{}}}}},
              "/v1/orders/{id}":{"parameters":[],"patch":{"requestBody":{"content":{
                "application/merge-patch+json":{}}}}},
              "/v1/order-imports":{"post":{"requestBody":{"content":{
                "application/x-ndjson":{}}}}}}}""");

    assertThat(PublishedRoutes.of("order-service", document))
        .containsExactlyInAnyOrder(
            new Route("order-service", "GET", "/v1/orders", false),
            new Route("order-service", "POST", "/v1/orders", false),
            new Route("order-service", "PATCH", "/v1/orders/{id}", false),
            new Route("order-service", "POST", "/v1/order-imports", true));
  }

  @Test
  void onlyWhatNothingButSignaturesLetsInIsSigned() throws Exception {
    var document =
        json(
            """
            {"openapi":"3.1.0","components":{"securitySchemes":{
              "sig":{"type":"apiKey"},"oauth2":{"type":"oauth2"}}},"paths":{
              "/v1/a":{"post":{"security":[{"sig":[]}],"requestBody":{"content":{
                "application/json":{},"application/x-www-form-urlencoded":{}}}}},
              "/v1/b":{"post":{"security":[{"sig":[]},{"oauth2":[]}]}},
              "/v1/c":{"post":{"security":[{"sig":[],"oauth2":[]}]}},
              "/v1/d":{"post":{"security":[{"sig":[]},{}]}},
              "/v1/e":{"post":{"security":[{"unknown":[]}]}},
              "/v1/f":{"post":{"security":[]}},
              "/v1/g":{"post":{}}}}""");

    assertThat(PublishedRoutes.of("order-service", document))
        .filteredOn(Route::signed)
        .containsExactly(new Route("order-service", "POST", "/v1/a", false, true, false));
  }

  @Test
  void aServiceCannotTakePathsThatAreNotItsToGive() throws Exception {
    var document =
        json(
            """
            {"openapi":"3.1.0","paths":{"/q/metrics":{"get":{}},"/internal":{"get":{}},
              "/v1/tenants":{"get":{}},"/v1/tenants/{id}":{"get":{}},"/v1/gateway/jobs":{"get":{}},
              "/v1/{service}/jobs":{"get":{}},"/v1/tenants-of-land":{"get":{}}}}""");

    assertThat(PublishedRoutes.of("order-service", document))
        .containsExactly(new Route("order-service", "GET", "/v1/tenants-of-land", false));
  }

  @Test
  void anythingElseIsNoDocument() throws Exception {
    JsonNode page = json("{\"status\":\"UP\"}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublishedRoutes.of("order-service", page));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
