package dev.homeport.loyalty.replay;

import static dev.homeport.platform.testing.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.util.UUID;

/** Compares a tenant's ledger with its journal. */
public final class Replays {
  private Replays() {}

  /** Identities of which the two differ. */
  public static long drift(UUID tenant) {
    String admin = token(tenant, "admin:read admin:write");
    String job =
        given()
            .auth()
            .oauth2(admin)
            .post("/v1/loyalty-service/admin/replay")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    String path = "/v1/loyalty-service/jobs/" + job;
    await().until(() -> read(admin, path).getString("status").equals("succeeded"));
    return read(admin, path).getLong("result.drift");
  }

  private static JsonPath read(String token, String path) {
    return given().auth().oauth2(token).get(path).then().statusCode(200).extract().jsonPath();
  }
}
