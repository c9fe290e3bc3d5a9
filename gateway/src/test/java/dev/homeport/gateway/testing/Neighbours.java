package dev.homeport.gateway.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.homeport.platform.testing.TestTokens;
import java.time.Duration;
import java.util.UUID;

/** All that the gateway needs around it, up and known to it. */
public final class Neighbours implements AutoCloseable {
  private static final String NOTHING = "{\"openapi\":\"3.1.0\",\"paths\":{}}";
  private static final String TOKEN =
      TestTokens.token(UUID.randomUUID(), "orders:read orders:write");

  private final Peer issuer = Issuer.start();
  private final Things things = Things.start();
  private final Peer other =
      Peer.at("homeport.gateway.services.loyalty-service").on("/q/openapi", NOTHING);

  private Neighbours() {}

  public static Neighbours start() {
    return new Neighbours();
  }

  /** Waits until the gateway has learnt the routes of all and the key of the issuer. */
  public void awaitKnown() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                given().auth().oauth2(TOKEN).get("/v1/things").statusCode() == 200
                    && given().get("/v1/nothing").statusCode() == 404);
  }

  /** A token that the gateway accepts. */
  public static String token() {
    return TOKEN;
  }

  public Things things() {
    return things;
  }

  @Override
  public void close() {
    issuer.close();
    things.close();
    other.close();
  }
}
