package dev.homeport.customer.testing;

import dev.homeport.platform.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Requests of a client of this service. */
public final class Requests {
  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config().redirect(RedirectConfig.redirectConfig().followRedirects(false));

  private Requests() {}

  /** A client that may read and write the customers of a tenant; follows no redirection. */
  public static RequestSpecification as(UUID tenant) {
    return as(tenant, "customers:read customers:write admin:read admin:write");
  }

  /** A client with these scopes. */
  public static RequestSpecification as(UUID tenant, String scopes) {
    return RestAssured.given()
        .config(CONFIG)
        .auth()
        .oauth2(TestTokens.token(tenant, scopes))
        .contentType(ContentType.JSON);
  }

  /** Makes a customer and returns its id. */
  public static String customer(UUID tenant, String document) {
    return as(tenant)
        .body(document)
        .post("/v1/customers")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
