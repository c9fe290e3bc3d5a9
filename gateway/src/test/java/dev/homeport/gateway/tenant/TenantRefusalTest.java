package dev.homeport.gateway.tenant;

import static dev.homeport.gateway.testing.Administrator.create;
import static dev.homeport.gateway.testing.Administrator.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.homeport.gateway.testing.Administrator;
import dev.homeport.gateway.testing.KeycloakEnvironment;
import dev.homeport.platform.id.Ids;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KeycloakEnvironment.class)
class TenantRefusalTest {

  @Test
  void whatIsNotATenantIsRefused() {
    String good = Administrator.tenant("good", "n");
    refused(good.replace("Europe/Berlin", "Mars/Olympus"), "/timeZone");
    refused(good.replace("EUR", "XQX"), "/reportingCurrency");
    refused(good.replace("\"good\"", "\"Good\""), "/slug");
    refused(good.replace("\"good\"", "\"x\""), "/slug");
    refused(good.replace("\"n\"", "\"\""), "/name");
    refused(good.replace("\"DE\"", "\"Germany\""), "/markets/0");
    Administrator.request()
        .body(good.replace("\"sandbox\"", "\"sandpit\""))
        .post("/v1/tenants")
        .then()
        .statusCode(422)
        .body("code", equalTo("unknown-field"));
  }

  @Test
  void aKeyIsGoodForOneRequestOnly() {
    var keyed = Administrator.request().header("Idempotency-Key", "one-request");
    keyed.body(Administrator.tenant("keyed", "A")).post("/v1/tenants").then().statusCode(201);
    keyed
        .body(Administrator.tenant("keyed-other", "A"))
        .post("/v1/tenants")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    Administrator.request()
        .get("/v1/tenants?slug=keyed-other")
        .then()
        .body("items", equalTo(List.of()));
  }

  @Test
  void aChangeMustKnowWhatItChanges() {
    Response made = create("versioned");
    String path = "/v1/tenants/" + made.path("id");
    String tag = made.header("ETag");
    patch(path, null, "{\"name\":\"x\"}").then().statusCode(428);
    patch(path, tag, "{\"name\":\"x\"}").then().statusCode(200);
    patch(path, tag, "{\"name\":\"y\"}").then().statusCode(412);
  }

  @Test
  void whatIsFixedStaysAsItIs() {
    Response made = create("fixed");
    String path = "/v1/tenants/" + made.path("id");
    for (String fixed : List.of("reportingCurrency", "timeZone", "slug")) {
      patch(path, made.header("ETag"), "{\"%s\":\"USD\"}".formatted(fixed))
          .then()
          .statusCode(422)
          .body("code", equalTo("setting-fixed"))
          .body("errors.pointer", contains("/" + fixed));
    }
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    for (String id : List.of(Ids.show("ten", Ids.next()), "ten_x", "x")) {
      Administrator.request().get("/v1/tenants/" + id).then().statusCode(404);
      patch("/v1/tenants/" + id, "\"0\"", "{}").then().statusCode(404);
      Administrator.request()
          .body("{}")
          .post("/v1/tenants/" + id + "/credentials")
          .then()
          .statusCode(404);
    }
  }

  @Test
  void tenantsAreForAdministratorsAlone() {
    String key = create("curious").then().statusCode(201).extract().path("credentials.apiKey");
    with(key).get("/v1/tenants").then().statusCode(403).body("code", equalTo("forbidden"));
    with(key).body(Administrator.tenant("mine", "n")).post("/v1/tenants").then().statusCode(403);
    given()
        .get("/v1/tenants")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"));
  }

  private static void refused(String body, String pointer) {
    Administrator.request()
        .body(body)
        .post("/v1/tenants")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem(pointer));
  }

  private static Response patch(String path, @Nullable String tag, String body) {
    var request =
        with(Administrator.token()).contentType("application/merge-patch+json").body(body);
    return (tag == null ? request : request.header("If-Match", tag)).patch(path);
  }
}
