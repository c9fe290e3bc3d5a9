package dev.homeport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.homeport.system.Npm.Result;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchant's own program hears of orders, and knows that it is us who tell it. */
class WebhooksIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Path LIBRARY = Path.of("src/standard-webhooks").toAbsolutePath();
  private static final Path PLACE = Path.of("target/standard-webhooks").toAbsolutePath();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger(200);
  private HttpServer receiver;

  private record Received(Map<String, String> headers, String body) {
    JsonPath event() {
      return JsonPath.from(body);
    }
  }

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/hooks", this::take);
    receiver.start();
  }

  @AfterEach
  void close() {
    receiver.stop(0);
  }

  @Test
  void theLibraryOfStandardWebhooksTakesADeliveryForOurs() throws IOException {
    var npm = new Npm(PLACE);
    installed(npm);
    Merchant merchant = Homeport.merchant("EUR", "Europe/Berlin");
    Response endpoint = endpoint(merchant, "dev.homeport.order.recorded.v1");

    order(merchant, "w-1");
    await().atMost(SOON).until(() -> received.size() == 1);

    Result good = verify(npm, endpoint.path("secret"), received.getFirst());
    assertThat(good.status()).as(good.output()).isZero();
    assertThat(good.output())
        .contains("verified " + received.getFirst().headers().get("webhook-id"));
    Result other = verify(npm, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", received.getFirst());
    assertThat(other.status()).isNotZero();
    assertThat(other.output()).contains("No matching signature found");
  }

  @Test
  void anOrderIsToldOnceAndAgainWhenTheReceiverWasAway() {
    Merchant merchant = Homeport.merchant("EUR", "Europe/Berlin");
    status.set(503);
    String path = "/v1/webhook-endpoints/" + endpoint(merchant, "dev.homeport.*").path("id");
    String order = order(merchant, "w-2");
    await().atMost(SOON).until(() -> orders().size() == 1);

    status.set(200);

    await().atMost(SOON).until(() -> orders().size() == 2);
    assertThat(orders())
        .allSatisfy(
            each -> {
              assertThat("ord_" + each.event().getString("data.orderId")).isEqualTo(order);
              assertThat(each.event().getString("tenantid"))
                  .isEqualTo(merchant.tenant().toString());
            });
    assertThat(orders().get(1).headers().get("webhook-id"))
        .isEqualTo(orders().get(0).headers().get("webhook-id"));
    await()
        .atMost(SOON)
        .until(
            () ->
                merchant
                    .get(path + "/deliveries?eventType=dev.homeport.order.recorded.v1")
                    .jsonPath()
                    .getList("items.status")
                    .equals(List.of("delivered")));
    String types =
        received.stream().map(each -> each.event().getString("type")).distinct().toList() + "";
    assertThat(types).doesNotContain("buyer");
    assertThat(received).noneMatch(each -> each.body().contains("Somebody"));
  }

  private static Response endpoint(Merchant merchant, String type, int port) {
    Response made =
        merchant.post(
            "/v1/webhook-endpoints",
            Map.of("url", "http://127.0.0.1:" + port + "/hooks", "eventTypes", List.of(type)));
    made.then().statusCode(201);
    return made;
  }

  private Response endpoint(Merchant merchant, String type) {
    return endpoint(merchant, type, receiver.getAddress().getPort());
  }

  private static String order(Merchant merchant, String number) {
    Response placed =
        merchant.post(
            "/v1/orders",
            """
            {"channel": "shop-de", "externalId": "%s", "placedAt": "%s", "currency": "EUR",
             "buyer": {"externalId": "b-1", "country": "DE", "name": "Somebody Special",
               "email": "Somebody@example.com"},
             "lines": [{"lineNo": 1, "sku": "A", "quantity": "1", "unitPrice": "12.50"}]}"""
                .formatted(number, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    placed.then().statusCode(201);
    return placed.path("id");
  }

  private List<Received> orders() {
    return received.stream()
        .filter(each -> each.event().getString("type").equals("dev.homeport.order.recorded.v1"))
        .toList();
  }

  private static Result verify(Npm npm, String secret, Received request) throws IOException {
    Path file = Files.createTempFile(PLACE, "delivery", ".json");
    JSON.writeValue(
        file.toFile(),
        Map.of("secret", secret, "headers", request.headers(), "body", request.body()));
    return npm.runOwn("verify.mjs", List.of(file.toString()));
  }

  private void take(HttpExchange exchange) throws IOException {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int answer = status.get();
    received.add(new Received(headers, body));
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  private static void installed(Npm npm) throws IOException {
    if (!Npm.present()) {
      skipped("there is no Node on the path");
    }
    Result result = npm.install(LIBRARY);
    if (result.status() != 0) {
      skipped("the packages cannot be had: " + result.output());
    }
  }

  private static void skipped(String reason) {
    System.out.println("No delivery is held against the public library: " + reason);
    abort(reason);
  }
}
