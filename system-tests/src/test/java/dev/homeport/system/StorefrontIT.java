package dev.homeport.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A storefront sends its own webhooks to the gateway: no token, a signature. */
class StorefrontIT {
  private static final String SECRET = "secret-of-the-storefront";

  /** What WooCommerce tells of an order; the plug-in of this shop leaves the currency out. */
  private static final String ORDER =
      """
      {"id": 3017, "number": "3017", "status": "processing", "prices_include_tax": false,
       "date_created_gmt": "2026-10-21T12:05:11", "date_modified_gmt": "2026-10-21T12:06:00",
       "date_paid_gmt": "2026-10-21T12:06:00", "total": "25.00", "customer_id": 17,
       "billing": {"first_name": "Anna", "last_name": "Schmidt", "country": "DE",
                   "email": "anna@example.com"},
       "line_items": [{"id": 501, "name": "Mug", "sku": "MUG-1", "quantity": 2, "price": 12.5,
                       "subtotal": "25.00", "subtotal_tax": "0.00", "total": "25.00",
                       "total_tax": "0.00"}],
       "shipping_lines": [], "fee_lines": [], "coupon_lines": [], "refunds": []}""";

  @Test
  void whatAStorefrontSendsIsKeptUntilItCanBeReadAndThenBecomesACustomerWithPoints() {
    Merchant merchant = Homeport.merchant("EUR", "Europe/Berlin");
    String path = declare(merchant);

    send(path, SECRET).then().statusCode(200);
    merchant
        .get("/v1/channels/woo-de/intake?status=quarantined")
        .then()
        .body("items", hasSize(1))
        .body("items[0].reason", equalTo("currency-missing"));
    merchant.get("/v1/orders").then().body("items", empty());

    merchant
        .request()
        .header("If-Match", merchant.get("/v1/channels/woo-de").header("ETag"))
        .contentType("application/merge-patch+json")
        .body("{\"defaultCurrency\": \"EUR\"}")
        .patch("/v1/channels/woo-de")
        .then()
        .statusCode(200);
    Response replay =
        merchant.post("/v1/channels/woo-de/intake/replay", "{\"status\": \"quarantined\"}");
    replay.then().statusCode(202);
    merchant.awaitJob(replay.header("Location")).then().body("status", equalTo("succeeded"));

    merchant
        .get("/v1/orders?channel=woo-de&externalId=3017")
        .then()
        .body("items", hasSize(1))
        .body("items[0].status", equalTo("paid"))
        .body("items[0].total.amount", equalTo("25"));
    await().until(() -> merchant.get("/v1/identities/woo-de/17").statusCode() == 200);
    String customer = merchant.get("/v1/identities/woo-de/17").path("id");
    await()
        .until(
            () ->
                Integer.valueOf(25)
                    .equals(merchant.get("/v1/members/" + customer).path("balance.available")));
  }

  @Test
  void whoCannotSignIsRefused() {
    Merchant merchant = Homeport.merchant("EUR", "Europe/Berlin");
    String path = declare(merchant);

    send(path, "another secret").then().statusCode(401).body("code", equalTo("signature-wrong"));
    send("/v1/intake/mzuwk3tfon2gk5dbnrxw42lomfwgyzlt", SECRET).then().statusCode(404);

    merchant.get("/v1/channels/woo-de/intake").then().body("items", empty());
  }

  private static String declare(Merchant merchant) {
    Response created =
        merchant.post(
            "/v1/channels",
            """
            {"code": "woo-de", "kind": "woocommerce", "market": "DE", "signingSecret": "%s"}"""
                .formatted(SECRET));
    created.then().statusCode(201);
    assertThat(created.asString()).doesNotContain(SECRET);
    return created.path("intakePath");
  }

  private static Response send(String path, String secret) {
    return given()
        .baseUri(Homeport.gateway())
        .header("X-WC-Webhook-Topic", "order.created")
        .header("X-WC-Webhook-Signature", signature(secret))
        .contentType("application/json; charset=utf-8")
        .body(ORDER.getBytes(StandardCharsets.UTF_8))
        .post(path);
  }

  private static String signature(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = mac.doFinal(ORDER.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
