package dev.homeport.gateway.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;

/** The administrator of the platform, and what any client can do at Keycloak. */
public final class Administrator {

  private Administrator() {}

  /** Makes a tenant. */
  public static Response create(String slug) {
    return request().body(tenant(slug, slug)).post("/v1/tenants");
  }

  /** The body that makes a tenant. */
  public static String tenant(String slug, String name) {
    return """
        {"slug":"%s","name":"%s","reportingCurrency":"EUR","timeZone":"Europe/Berlin",
         "markets":["DE","FR"],"sandbox":true}"""
        .formatted(slug, name);
  }

  /** A request of the administrator. */
  public static RequestSpecification request() {
    return with(token());
  }

  /** A request with a token or an API key. */
  public static RequestSpecification with(String bearer) {
    return given().auth().oauth2(bearer).contentType("application/json");
  }

  /** The administrator's token. */
  public static String token() {
    return token("homeport-admin", "local-only-admin-secret");
  }

  /** A token that Keycloak gives to a client. */
  public static String token(String clientId, String secret) {
    return given()
        .formParam("grant_type", "client_credentials")
        .formParam("client_id", clientId)
        .formParam("client_secret", secret)
        .post(ConfigProvider.getConfig().getValue(KeycloakEnvironment.TOKEN_URL, String.class))
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }
}
