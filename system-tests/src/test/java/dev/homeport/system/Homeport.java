package dev.homeport.system;

import static io.restassured.RestAssured.given;

import dev.homeport.local.Lifetime;
import dev.homeport.local.Ports;
import dev.homeport.local.Suite;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The running suite that all stories share; started by the first one, ends with the JVM. */
public final class Homeport {
  private static final Suite SUITE = start();

  private Homeport() {}

  public static Suite suite() {
    return SUITE;
  }

  public static String gateway() {
    return SUITE.settings().ports().url(dev.homeport.local.Service.GATEWAY);
  }

  /** A new sandbox of a merchant, known to every service. */
  public static Merchant merchant(String reportingCurrency, String timeZone) {
    return merchant(reportingCurrency, timeZone, true);
  }

  /** A new merchant who is in business. */
  static Merchant liveMerchant() {
    return merchant("EUR", "Europe/Berlin", false);
  }

  private static Merchant merchant(String reportingCurrency, String timeZone, boolean sandbox) {
    String slug = "m" + UUID.randomUUID().toString().substring(0, 8);
    Response made =
        given()
            .baseUri(gateway())
            .auth()
            .oauth2(administrator())
            .header("Idempotency-Key", UUID.randomUUID())
            .contentType("application/json")
            .body(
                Map.of(
                    "slug",
                    slug,
                    "name",
                    "Merchant " + slug,
                    "reportingCurrency",
                    reportingCurrency,
                    "timeZone",
                    timeZone,
                    "markets",
                    List.of("GB", "DE"),
                    "sandbox",
                    sandbox,
                    "plan",
                    "standard"))
            .post("/v1/tenants");
    made.then().statusCode(201);
    var merchant =
        new Merchant(
            UUID.fromString(made.<String>path("id").substring("ten_".length())),
            made.path("credentials.clientId"),
            made.path("credentials.clientSecret"),
            made.path("credentials.apiKey"));
    merchant.awaitKnown();
    return merchant;
  }

  /** A token of the platform's administrators. */
  public static String administrator() {
    return clientToken("homeport-admin", "local-only-admin-secret");
  }

  public static String clientToken(String clientId, String clientSecret) {
    return given()
        .formParam("grant_type", "client_credentials")
        .formParam("client_id", clientId)
        .formParam("client_secret", clientSecret)
        .post(SUITE.keycloak().tokenUrl())
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  private static Suite start() {
    try {
      Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "suite");
      return Suite.start(settings(data), new Console());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Bad credentials are tried here far more often than anybody may who guesses them, and keys and
   * webhook endpoints are made by the hundred.
   */
  private static Suite.Settings settings(Path data) {
    var patient =
        Map.of(
            "homeport.gateway.authentication.guesses-per-minute", "100000",
            "homeport.gateway.api-keys.per-tenant", "10000",
            "homeport.gateway.webhooks.endpoints-per-tenant", "100000");
    return new Suite.Settings(
        data,
        Ports.free(),
        Lifetime.THIS_JVM,
        true,
        Map.of(dev.homeport.local.Service.GATEWAY, patient));
  }

  /** A class of its own: the suite calls it from other threads while this one is initialised. */
  private static final class Console implements Suite.Progress {
    @Override
    public void ready(String part, Duration after) {
      System.out.printf("%s ready after %d ms%n", part, after.toMillis());
    }
  }
}
