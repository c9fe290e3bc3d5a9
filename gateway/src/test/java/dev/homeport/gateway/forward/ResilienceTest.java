package dev.homeport.gateway.forward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.homeport.gateway.testing.Issuer;
import dev.homeport.gateway.testing.Parcels;
import dev.homeport.gateway.testing.Peer;
import dev.homeport.gateway.testing.Raw;
import dev.homeport.gateway.testing.TwoAddresses;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients see while an address of a service, or all of them, are in trouble. */
@QuarkusTest
@WithTestResource(TwoAddresses.class)
class ResilienceTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final UUID TENANT = UUID.randomUUID();
  private static final String TOKEN = TestTokens.token(TENANT, "orders:read orders:write");

  private Peer issuer;
  private Peer others;
  private Parcels first;
  private Parcels second;

  @BeforeEach
  void start() {
    issuer = Issuer.start();
    others =
        Peer.at("homeport.gateway.services.loyalty-service")
            .on("/q/openapi", "{\"openapi\":\"3.1.0\",\"paths\":{}}");
    first = Parcels.at(TwoAddresses.FIRST);
    second = Parcels.at(TwoAddresses.SECOND);
    // Until the breakers of the test before have closed, and both addresses are used.
    await().atMost(SOON).until(() -> answeredBy(40).size() == 2);
    await().atMost(SOON).until(() -> get("/v1/nothing").statusCode() == 404);
  }

  @AfterEach
  void stop() throws IOException {
    write("");
    first.close();
    second.close();
    others.close();
    issuer.close();
  }

  @Test
  void anAddressThatIsGoneIsNotNoticed() {
    second.close();
    assertThat(statuses(100, "/v1/parcels")).containsOnly(200);
    second = Parcels.at(TwoAddresses.SECOND);
    await("used again").atMost(SOON).until(() -> answeredBy(20).contains(TwoAddresses.SECOND));
  }

  @Test
  void anAddressWhoseRouteFailsIsLeftOutForThatRouteOnly() {
    second.ill = true;
    first.ill = false;
    await().atMost(SOON).until(() -> statuses(10, "/v1/broken").equals(Set.of(200)));
    assertThat(answeredBy(40)).hasSize(2);
    second.ill = false;
    int before = second.asked("/v1/broken");
    await()
        .atMost(SOON)
        .until(
            () -> {
              statuses(5, "/v1/broken");
              return second.asked("/v1/broken") > before + 5;
            });
  }

  @Test
  void aRouteThatFailsEverywhereIsRefusedAtOnceUntilItRecovers() {
    await()
        .atMost(SOON)
        .until(
            () -> {
              int asked = asked("/v1/broken");
              Response answer = get("/v1/broken");
              return answer.statusCode() == 503 && asked("/v1/broken") == asked;
            });
    assertThat(statuses(20, "/v1/parcels")).containsOnly(200);
    first.ill = false;
    second.ill = false;
    await().atMost(SOON).until(() -> statuses(10, "/v1/broken").equals(Set.of(200)));
  }

  @Test
  void aRouteThatDoesNotAnswerTimesOutAndIsThenRefusedAtOnce() {
    given()
        .auth()
        .oauth2(TOKEN)
        .get("/v1/slow")
        .then()
        .statusCode(504)
        .body("code", equalTo("upstream-timeout"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              askAtOnce("/v1/slow", 20);
              int asked = asked("/v1/slow");
              return statuses(4, "/v1/slow").equals(Set.of(503)) && asked("/v1/slow") == asked;
            });
    assertThat(statuses(20, "/v1/parcels")).containsOnly(200);
    askAtOnce("/v1/slow", 20);
    given()
        .auth()
        .oauth2(TOKEN)
        .get("/v1/slow")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("service-unavailable"));
    first.ill = false;
    second.ill = false;
    await().atMost(SOON).until(() -> statuses(10, "/v1/slow").equals(Set.of(200)));
  }

  @Test
  void whatCanWaitIsShedWhileWhatMattersPasses() {
    var waiting = new ArrayList<Raw>();
    try {
      // A quarter of twice twenty places is for reports.
      for (int i = 0; i < 10; i++) {
        waiting.add(Raw.open().write(raw("/v1/slow-reports")));
      }
      await().atMost(SOON).until(() -> asked("/v1/slow-reports") >= 10);
      given()
          .auth()
          .oauth2(TOKEN)
          .get("/v1/slow-reports")
          .then()
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .body("code", equalTo("overloaded"));
      assertThat(statuses(10, "/v1/parcels")).containsOnly(200);

      // Ordinary requests take what is left to them; orders still have a fifth.
      for (int i = 0; i < 22; i++) {
        waiting.add(Raw.open().write(raw("/v1/trickling")));
      }
      await().atMost(SOON).until(() -> get("/v1/parcels").statusCode() == 503);
      given().auth().oauth2(TOKEN).body("{}").post("/v1/parcels").then().statusCode(200);
    } finally {
      waiting.forEach(Raw::close);
    }
    await("the room is free again")
        .atMost(SOON)
        .until(() -> statuses(5, "/v1/parcels").equals(Set.of(200)));
  }

  @Test
  void anAnswerThatNeverEndsIsCutOffInTime() {
    long begun = System.nanoTime();
    try (var raw = Raw.open()) {
      raw.write(raw("/v1/trickling"));
      assertThat(raw.readUntil("\r\n0\r\n\r\n")).doesNotContain("\r\n0\r\n\r\n");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(ms(1_500), ms(5_000));
  }

  @Test
  void aServiceIsToldHowLongItsClientWaits() {
    int timeout =
        given()
            .auth()
            .oauth2(TOKEN)
            .header("Homeport-Timeout", "999999")
            .get("/v1/parcels")
            .then()
            .statusCode(200)
            .extract()
            .path("timeout");
    assertThat(timeout).isBetween(1, 500);
  }

  @Test
  void aCanaryTakesThoseThatAreMeantForIt() throws IOException {
    try (var canary = Parcels.at(TwoAddresses.CANARY)) {
      String prefix = "homeport.gateway.canaries.order-service.";
      String addresses = prefix + "addresses=" + value(TwoAddresses.CANARY) + '\n';

      write(addresses + prefix + "header=X-Canary\n");
      await().atMost(SOON).until(() -> by(TwoAddresses.CANARY, "true"));
      assertThat(answeredBy(30)).doesNotContain(TwoAddresses.CANARY);

      write(addresses + prefix + "tenants=" + TENANT + '\n');
      await().atMost(SOON).until(() -> answeredBy(20).equals(Set.of(TwoAddresses.CANARY)));

      write(addresses + prefix + "percent=30\n");
      await().atMost(SOON).until(() -> answeredBy(60).size() == 3);

      write(addresses + prefix + "percent=130\n");
      write(addresses + prefix + "percent=100\n");
      await().atMost(SOON).until(() -> answeredBy(20).equals(Set.of(TwoAddresses.CANARY)));
    }
    // A canary that is gone is as if there were none.
    assertThat(statuses(30, "/v1/parcels")).containsOnly(200);
  }

  @Test
  void addressesMoveWithoutARequestBeingLost() throws IOException {
    String services = "homeport.gateway.services.order-service=";
    write(services + value(TwoAddresses.SECOND) + '\n');
    var seen = new TreeSet<Integer>();
    await()
        .atMost(SOON)
        .until(
            () -> {
              seen.addAll(statuses(20, "/v1/parcels"));
              return answeredBy(20).equals(Set.of(TwoAddresses.SECOND));
            });
    write(services + "nonsense\n");
    seen.addAll(statuses(50, "/v1/parcels"));
    write("");
    await()
        .atMost(SOON)
        .until(
            () -> {
              seen.addAll(statuses(20, "/v1/parcels"));
              return answeredBy(20).size() == 2;
            });
    assertThat(seen).containsExactly(200);
  }

  private static void askAtOnce(String path, int requests) {
    List<Raw> open =
        IntStream.range(0, requests).mapToObj(_ -> Raw.open().write(raw(path))).toList();
    open.forEach(Raw::head);
    open.forEach(Raw::close);
  }

  private int asked(String path) {
    return first.asked(path) + second.asked(path);
  }

  private static boolean by(String who, String header) {
    return who.equals(
        given().auth().oauth2(TOKEN).header("X-Canary", header).get("/v1/parcels").path("by"));
  }

  private static Set<String> answeredBy(int requests) {
    var names = new TreeSet<String>();
    for (int i = 0; i < requests; i++) {
      Response answer = get("/v1/parcels");
      if (answer.statusCode() == 200) {
        names.add(answer.path("by"));
      }
    }
    return names;
  }

  private static Set<Integer> statuses(int requests, String path) {
    List<Integer> all = IntStream.range(0, requests).mapToObj(_ -> get(path).statusCode()).toList();
    return Set.copyOf(all);
  }

  private static Response get(String path) {
    return given().auth().oauth2(TOKEN).get(path);
  }

  private static String raw(String path) {
    return "GET %s HTTP/1.1\nHost: x\nAuthorization: Bearer %s\n\n".formatted(path, TOKEN);
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private static String value(String property) {
    return ConfigProvider.getConfig().getValue(property, String.class);
  }

  /** At once, as a mounted file changes. */
  private static void write(String text) throws IOException {
    Path file = Path.of(value(TwoAddresses.FILE));
    Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), text);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
