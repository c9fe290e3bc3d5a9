package dev.homeport.customer.privacy;

import static dev.homeport.customer.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.customer.testing.Buyers;
import dev.homeport.customer.testing.Requests;
import dev.homeport.platform.secret.SealedEvents;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ErasureTest {
  /** Letters that no other test writes, so that a scan finds this person or nobody. */
  private static final List<String> WORDS =
      List.of("Xaverine", "Quirlmoser", "quirlmoser@", "89918277", "Zwetschgenweg", "qx-77-buyer");

  private static final String SHOWN =
      """
      {"seenAt": "2026-11-01T10:00:00Z", "country": "DE", "email": "xq.quirlmoser@example.org",
       "phone": "+49 89 918277", "name": "Xaverine Quirlmoser",
       "address": {"name": "Xaverine Quirlmoser", "line1": "Zwetschgenweg 7", "city": "Ulm",
                   "postcode": "89073", "country": "DE"}}""";

  @Inject SealedEvents seals;
  @Inject CurrentTenant currentTenant;

  private UUID tenant;

  @BeforeEach
  void newTenant() {
    tenant = TestTenants.create();
  }

  @Test
  void nothingOfThePersonIsLeftToRead() {
    String buyer = arrives();
    String customer = Requests.customer(tenant, "{\"name\": {\"full\": \"Other One\"}}");
    as(tenant)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"birthday\": {\"month\": 2, \"day\": 29}, \"name\": {\"full\": \"Xaverine Q\"}}")
        .patch("/v1/customers/" + buyer)
        .then()
        .statusCode(200);
    assertThat(Scan.everywhere("customer", WORDS))
        .as("before: the one table in clear, and no other place")
        .isNotEmpty()
        .allSatisfy(place -> assertThat(place).startsWith("search_value."));

    erase(buyer);

    assertThat(Scan.everywhere("customer", WORDS)).isEmpty();
    as(tenant)
        .get("/v1/customers/" + buyer)
        .then()
        .statusCode(200)
        .body("status", equalTo("erased"))
        .body("anonymous", equalTo(true))
        .body("name", nullValue())
        .body("birthday", nullValue())
        .body("emails", empty())
        .body("addresses", empty());
    as(tenant).get("/v1/customers?name=other").then().body("items.id", contains(customer));
  }

  @Test
  void aLateOrderBringsNobodyBack() {
    String buyer = arrives();
    erase(buyer);

    send(SHOWN.replace("2026-11-01", "2026-12-01"));
    String after = Buyers.arrives(tenant, "shop-de", "after", "{\"country\": \"DE\"}");

    assertThat(after).isNotEqualTo(buyer);
    as(tenant)
        .get("/v1/identities/shop-de/qx-77-buyer")
        .then()
        .body("id", equalTo(buyer))
        .body("anonymous", equalTo(true))
        .body("status", equalTo("erased"));
    as(tenant).get("/v1/customers?name=quirl").then().body("items", empty());
  }

  @Test
  void whoWasErasedIsNotChangedOrLinked() {
    String buyer = arrives();
    String other = Requests.customer(tenant, "{\"name\": {\"full\": \"Other One\"}}");
    String code =
        as(tenant).body("{}").post("/v1/customers/" + buyer + "/claim-codes").path("code");
    erase(buyer);

    as(tenant)
        .body("{\"code\": \"%s\"}".formatted(code))
        .post("/v1/customers/" + other + "/claim-code-redemptions")
        .then()
        .statusCode(422)
        .body("code", equalTo("customer-erased"));
    as(tenant)
        .body("{}")
        .post("/v1/customers/" + buyer + "/claim-codes")
        .then()
        .statusCode(422)
        .body("code", equalTo("customer-erased"));

    as(tenant)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"name\": {\"full\": \"Back Again\"}}")
        .patch("/v1/customers/" + buyer)
        .then()
        .statusCode(422)
        .body("code", equalTo("customer-erased"));
    as(tenant)
        .put("/v1/customers/" + other + "/identities/shop-de/qx-77-buyer")
        .then()
        .statusCode(422)
        .body("code", equalTo("customer-erased"));
    as(tenant)
        .put("/v1/customers/" + buyer + "/identities/shop-de/somebody-else")
        .then()
        .statusCode(422);
    ask("access", buyer).statusCode(422).body("code", equalTo("customer-erased"));
  }

  @Test
  void whoeverWasMergedGoesTogetherAndCannotBeTakenApart() {
    String buyer = arrives();
    String survivor =
        Requests.customer(
            tenant,
            "{\"name\": {\"full\": \"Xaverine Quirlmoser\"}, \"emails\": [{\"address\":"
                + " \"x.quirlmoser@example.net\"}]}");
    String merge =
        as(tenant)
            .body("{\"customerId\": \"%s\"}".formatted(buyer))
            .post("/v1/customers/" + survivor + "/merges")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    as(tenant)
        .get("/v1/customers?email=xq.quirlmoser@example.org")
        .then()
        .body("items.id", contains(survivor));

    erase(buyer);

    assertThat(Scan.everywhere("customer", WORDS)).isEmpty();
    as(tenant)
        .get("/v1/customers/" + survivor)
        .then()
        .body("status", equalTo("erased"))
        .body("emails", empty());
    as(tenant)
        .post("/v1/merges/" + merge + "/reversal")
        .then()
        .statusCode(422)
        .body("code", equalTo("reversal-after-erasure"));
    send(SHOWN.replace("2026-11-01", "2026-12-01"));
    Buyers.arrives(tenant, "shop-de", "after", "{\"country\": \"DE\"}");
    assertThat(Scan.everywhere("customer", WORDS)).isEmpty();
  }

  @Test
  void anErasureIsAskedOfAllAndDoneWhenAllHaveConfirmed() throws Exception {
    String buyer = arrives();
    String request = erase(buyer);
    String key = buyer.substring(4);
    assertThat(
            TestEvents.receive(
                "homeport.erasure.v1",
                1,
                e -> e.key().equals(key) && e.type().endsWith("erasure-asked.v1")))
        .singleElement()
        .satisfies(event -> assertThat(event.data()).contains(request.substring(4), key));
    as(tenant)
        .get("/v1/privacy-requests/" + request + "/certificate")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-answered-yet"));

    Answers.confirm(tenant, buyer, request);

    Buyers.await(
        () ->
            as(tenant)
                .get("/v1/privacy-requests/" + request)
                .then()
                .body("status", equalTo("done")));
    var answer = as(tenant).get("/v1/privacy-requests/" + request + "/certificate").then();
    String certificate = answer.statusCode(200).extract().path("certificate");
    String point = answer.extract().path("key.x");
    String claims =
        new String(
            Base64.getUrlDecoder().decode(certificate.split("\\.")[1]), StandardCharsets.UTF_8);
    assertThat(claims)
        .contains("\"unreadableAt\":\"2099-01-01T00:00:00Z\"", request, buyer, "loyalty-service");
    assertThat(verifies(certificate, point)).isTrue();
    String altered =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.replace("2099", "2026").getBytes(StandardCharsets.UTF_8));
    assertThat(verifies(certificate.replace(certificate.split("\\.")[1], altered), point))
        .isFalse();
    ask("erasure", buyer).statusCode(200).body("id", equalTo(request));
  }

  @Test
  void whatIsHeldIsAnArchiveUntilThePersonIsErased() throws IOException {
    String buyer = arrives();
    String merged = Requests.customer(tenant, "{\"name\": {\"full\": \"Xaverine Q. Older\"}}");
    as(tenant)
        .body("{\"customerId\": \"%s\"}".formatted(merged))
        .post("/v1/customers/" + buyer + "/merges")
        .then()
        .statusCode(202);
    as(tenant)
        .body("{\"code\": \"phone-calls\", \"basis\": \"consent\"}")
        .post("/v1/consent-purposes")
        .then()
        .statusCode(201);
    as(tenant)
        .body("{\"purpose\": \"phone-calls\", \"kind\": \"denial\", \"source\": \"fair-stand\"}")
        .post("/v1/customers/" + buyer + "/consents")
        .then()
        .statusCode(201);
    String request = ask("access", buyer).statusCode(201).extract().path("id");

    Answers.contribute(tenant, buyer, request);

    String archive = "/v1/privacy-requests/" + request + "/archive";
    Buyers.await(() -> as(tenant).get(archive).then().statusCode(200));
    byte[] zip = as(tenant).get(archive).asByteArray();
    var names = new ArrayList<String>();
    var text = new StringBuilder();
    try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        names.add(entry.getName());
        text.append(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(names)
        .contains("customer-service/profile-0.json", "order-service/things-0.json")
        .hasSize(5);
    assertThat(text)
        .contains("Xaverine Quirlmoser", "Zwetschgenweg 7", "qx-77-buyer")
        .contains("Xaverine Q. Older", "fair-stand");
    erase(buyer);
    as(tenant).get(archive).then().statusCode(404);
    as(tenant).get("/v1/privacy-requests?limit=1").then().body("items", hasSize(1));
  }

  @Test
  void theLawOfTheCountrySetsTheDeadline() {
    String customer = Requests.customer(tenant, "{\"country\": \"US\"}");

    as(tenant)
        .body(
            """
            {"kind": "access", "customerId": "%s", "receivedAt": "2026-11-01T10:00:00Z"}"""
                .formatted(customer))
        .post("/v1/privacy-requests")
        .then()
        .statusCode(201)
        .body("law", equalTo("CCPA"))
        .body("dueAt", equalTo("2026-12-16T10:00:00Z"));
    ask("access", "cus_" + UUID.randomUUID())
        .statusCode(422)
        .body("code", equalTo("unknown-customer"));
  }

  private String arrives() {
    send(SHOWN);
    Buyers.await(() -> as(tenant).get("/v1/identities/shop-de/qx-77-buyer").then().statusCode(200));
    return as(tenant).get("/v1/identities/shop-de/qx-77-buyer").path("id");
  }

  /** As order-service sends it: sealed. */
  private void send(String shown) {
    TestEvents.Sent clear = Buyers.event(tenant, "shop-de", "qx-77-buyer", shown);
    String sealed = currentTenant.call(tenant, () -> seals.close(clear.data()));
    TestEvents.send(Buyers.TOPIC, new TestEvents.Sent(clear.key(), clear.type(), tenant, sealed));
  }

  private String erase(String customer) {
    return ask("erasure", customer).statusCode(201).extract().path("id");
  }

  private io.restassured.response.ValidatableResponse ask(String kind, String customer) {
    return as(tenant)
        .header("Idempotency-Key", UUID.randomUUID())
        .body("{\"kind\": \"%s\", \"customerId\": \"%s\"}".formatted(kind, customer))
        .post("/v1/privacy-requests")
        .then();
  }

  /** As anybody can: the 32 bytes of the key after the head of RFC 8410. */
  private static boolean verifies(String certificate, String point) throws Exception {
    byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
    byte[] key = Base64.getUrlDecoder().decode(point);
    byte[] encoded = new byte[head.length + key.length];
    System.arraycopy(head, 0, encoded, 0, head.length);
    System.arraycopy(key, 0, encoded, head.length, key.length);
    var signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    int end = certificate.lastIndexOf('.');
    signature.update(certificate.substring(0, end).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(certificate.substring(end + 1)));
  }
}
