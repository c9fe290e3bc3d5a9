package dev.homeport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Somebody is forgotten by the whole suite, and the books stay true. */
class ErasureIT {
  private static final List<String> WORDS =
      List.of("Wendelgard", "Hutzelbein", "Kuckucksgasse", "whutz@example.net", "hb-4711-buyer");

  private static final String ORDER =
      """
      {"channel": "shop-de", "externalId": "%s", "placedAt": "2026-11-01T10:00:00Z",
       "currency": "EUR",
       "buyer": {"externalId": "hb-4711-buyer", "email": "whutz@example.net",
                 "name": "Wendelgard Hutzelbein", "country": "DE",
                 "address": {"name": "Wendelgard Hutzelbein", "line1": "Kuckucksgasse 3",
                             "city": "Ulm", "postcode": "89073", "country": "DE"}},
       "lines": [{"lineNo": 1, "sku": "MUG-1", "quantity": "2", "unitPrice": "9.99"}]}
      """;

  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void nothingIsLeftOfThePersonAndTheBooksStay() throws IOException {
    Merchant merchant = Homeport.merchant("EUR", "Europe/Berlin");
    merchant.post("/v1/orders", ORDER.formatted("1")).then().statusCode(201);
    merchant.post("/v1/orders", ORDER.formatted("2")).then().statusCode(201);
    await().atMost(SOON).until(() -> name(merchant) != null);
    String customer = buyer(merchant).path("id");
    await().atMost(SOON).until(() -> points(merchant, customer) == 38);
    await()
        .atMost(SOON)
        .until(
            () ->
                Integer.valueOf(2)
                    .equals(
                        merchant
                            .get("/v1/customers/" + customer + "/rfm")
                            .path("values.frequency")));
    String access = ask(merchant, "access", customer);
    assertThat(archive(merchant, access))
        .contains("customer-service", "order-service", "analytics-service", "loyalty-service");
    Map<String, String> books = books(merchant, customer);
    assertThat(Scan.everywhere(WORDS))
        .as("in clear is one table only")
        .isNotEmpty()
        .allSatisfy(place -> assertThat(place).startsWith("customer.search_value."));

    String erasure = ask(merchant, "erasure", customer);

    String certificate = "/v1/privacy-requests/" + erasure + "/certificate";
    await().atMost(SOON).until(() -> merchant.get(certificate).statusCode() == 200);
    assertThat(Scan.everywhere(WORDS)).isEmpty();
    assertThat(books(merchant, customer)).isEqualTo(books);
    merchant.post("/v1/orders", ORDER.formatted("3")).then().statusCode(201);
    await().atMost(SOON).until(() -> points(merchant, customer) == 57);
    buyer(merchant)
        .then()
        .body("id", equalTo(customer))
        .body("status", equalTo("erased"))
        .body("anonymous", equalTo(true));
    assertThat(Scan.everywhere(WORDS)).isEmpty();
  }

  private static Map<String, String> books(Merchant merchant, String customer) {
    return Map.of(
        "orders", merchant.get("/v1/order-summary?by=month").asString(),
        "balance", merchant.get("/v1/members/" + customer).path("balance").toString(),
        "liability", merchant.get("/v1/liability").path("outstanding").toString(),
        "value", merchant.get("/v1/customers/" + customer + "/rfm").path("values").toString());
  }

  private static String ask(Merchant merchant, String kind, String customer) {
    Response made =
        merchant.post("/v1/privacy-requests", Map.of("kind", kind, "customerId", customer));
    made.then().statusCode(201);
    return made.path("id");
  }

  private static List<String> archive(Merchant merchant, String request) throws IOException {
    String path = "/v1/privacy-requests/" + request + "/archive";
    await().atMost(SOON).until(() -> merchant.get(path).statusCode() == 200);
    var services = new ArrayList<String>();
    var bytes = new ByteArrayInputStream(merchant.get(path).asByteArray());
    try (var zip = new ZipInputStream(bytes, StandardCharsets.UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        services.add(entry.getName().substring(0, entry.getName().indexOf('/')));
      }
    }
    return services;
  }

  private static Response buyer(Merchant merchant) {
    return merchant.get("/v1/identities/shop-de/hb-4711-buyer");
  }

  private static String name(Merchant merchant) {
    Response answer = buyer(merchant);
    return answer.statusCode() == 200 ? answer.path("name.full") : null;
  }

  private static int points(Merchant merchant, String customer) {
    Integer points = merchant.get("/v1/members/" + customer).path("balance.available");
    return points == null ? -1 : points;
  }
}
