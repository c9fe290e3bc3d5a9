package dev.homeport.gateway.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A tenant that has events sent, and the calls with which it sees to that. */
public record Hooks(UUID tenant) {
  public static final String ENDPOINTS = "/v1/webhook-endpoints";
  public static final String ORDER = "dev.homeport.order.recorded.v1";
  public static final String ORDERS = "homeport.order.v1";

  private static final String SCOPES = "webhooks:read webhooks:write admin:read";
  private static final Duration SOON = Duration.ofSeconds(30);

  /** An endpoint just made. */
  public record Made(String id, String secret, String tag) {}

  public static Hooks open() {
    return new Hooks(TestTenants.create());
  }

  public RequestSpecification request() {
    return request(SCOPES);
  }

  public RequestSpecification request(String scopes) {
    return given().auth().oauth2(TestTokens.token(tenant, scopes)).contentType("application/json");
  }

  /** An endpoint at a path of the receiver that asks for orders. */
  public Made endpoint(String path) {
    return endpoint(path, ORDER, "");
  }

  public Made endpoint(String path, String type, String more) {
    Response made =
        request()
            .body(
                """
                {"url":"%s","eventTypes":["%s"]%s}"""
                    .formatted(Receiver.url(path), type, more))
            .post(ENDPOINTS);
    made.then().statusCode(201);
    return new Made(made.path("id"), made.path("secret"), made.header("ETag"));
  }

  public Response get(String path) {
    return request().get(ENDPOINTS + path);
  }

  public Response post(String path, String body) {
    return request().body(body).post(ENDPOINTS + path);
  }

  public Response patch(String id, String tag, String body) {
    return request()
        .contentType("application/merge-patch+json")
        .header("If-Match", tag)
        .body(body)
        .patch(ENDPOINTS + "/" + id);
  }

  /** An order of a key, told by its number. */
  public Sent order(String key, int number) {
    return new Sent(key, ORDER, tenant, "{\"number\":%d,\"total\":\"12.30\"}".formatted(number));
  }

  public static void send(Sent... events) {
    TestEvents.send(ORDERS, events);
  }

  /** The deliveries of an endpoint, newest first. */
  public JsonPath log(Made endpoint) {
    return get("/" + endpoint.id() + "/deliveries?limit=250").jsonPath();
  }

  /** The one delivery of an endpoint, with its attempts. */
  public JsonPath only(Made endpoint) {
    List<String> ids = log(endpoint).getList("items.id");
    if (ids.size() != 1) {
      throw new AssertionError("deliveries: " + ids);
    }
    return get("/" + endpoint.id() + "/deliveries/" + ids.getFirst()).jsonPath();
  }

  /** Waits until the one delivery of an endpoint has had so many attempts. */
  public JsonPath attempted(Made endpoint, int attempts) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              JsonPath log = log(endpoint);
              return log.getList("items").size() == 1
                  && log.getInt("items[0].attempts") >= attempts;
            });
    return only(endpoint);
  }

  /** Waits until so many deliveries of an endpoint stand so. */
  public void awaitStatus(Made endpoint, String status, int count) {
    await()
        .atMost(SOON)
        .until(
            () ->
                get("/" + endpoint.id() + "/deliveries?limit=250&status=" + status)
                        .jsonPath()
                        .getList("items")
                        .size()
                    == count);
  }
}
