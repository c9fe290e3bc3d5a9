package dev.homeport.order.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A platform that sends what happens on a declared channel.
 *
 * @param path to which it sends
 */
public record Storefront(Shop shop, String code, String path) {
  public static final String SECRET = "shared-secret-of-the-channel";

  /** Declares a channel; the settings are fields of JSON, each with a comma before it. */
  public static Storefront declare(Shop shop, String code, String kind, String settings) {
    Response created =
        shop.post(
            "/v1/channels",
            "{\"code\": \"%s\", \"kind\": \"%s\", \"signingSecret\": \"%s\"%s}"
                .formatted(code, kind, SECRET, settings));
    created.then().statusCode(201);
    return new Storefront(shop, code, created.path("intakePath"));
  }

  public Response shopify(String topic, String body) {
    return shopify(topic, UUID.randomUUID().toString(), body);
  }

  public Response shopify(String topic, String number, String body) {
    return given()
        .header("X-Shopify-Topic", topic)
        .header("X-Shopify-Webhook-Id", number)
        .header("X-Shopify-Hmac-Sha256", hmac(SECRET, body))
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(path);
  }

  public Response wooCommerce(String topic, String body) {
    return given()
        .header("X-WC-Webhook-Topic", topic)
        .header("X-WC-Webhook-Delivery-ID", UUID.randomUUID().toString())
        .header("X-WC-Webhook-Signature", hmac(SECRET, body))
        .contentType("application/json; charset=utf-8")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(path);
  }

  /** As the others sign: Standard Webhooks. */
  public Response standard(String body) {
    String id = "msg_" + UUID.randomUUID();
    String now = Long.toString(Instant.now().getEpochSecond());
    return given()
        .header("webhook-id", id)
        .header("webhook-timestamp", now)
        .header("webhook-signature", "v1," + hmac(SECRET, id + '.' + now + '.' + body))
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(path);
  }

  public Response order(String number) {
    return shop.get("/v1/orders?channel=" + code + "&externalId=" + number);
  }

  public Response intake(String query) {
    return shop.get("/v1/channels/" + code + "/intake" + query);
  }

  /** Maps again, and waits for the end of the job. */
  public Response replay(String request) {
    Response accepted = shop.post("/v1/channels/" + code + "/intake/replay", request);
    accepted.then().statusCode(202);
    return shop.awaitJob(accepted.header("Location"));
  }

  public Response patch(String fields) {
    String tag = shop.get("/v1/channels/" + code).header("ETag");
    return shop.request()
        .header("If-Match", tag)
        .contentType("application/merge-patch+json")
        .body(fields)
        .patch("/v1/channels/" + code);
  }

  public static String hmac(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
