package dev.homeport.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Issuer;
import dev.homeport.gateway.testing.Peer;
import dev.homeport.gateway.testing.Raw;
import dev.homeport.gateway.testing.Things;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test comes from an address of its own; sixty wrong credentials a minute are allowed. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class GuessingTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int ALLOWED = 60;
  private static final String TOKENS = "/realms/homeport/protocol/openid-connect/token";
  private static final String GOOD = new ApiKey("good", "secret").text();
  private static final AtomicInteger ASKED = new AtomicInteger();

  private static Peer issuer;
  private static Things things;

  @BeforeAll
  static void start() {
    issuer = Issuer.start().on(TOKENS, GuessingTest::exchange);
    things = Things.start();
  }

  @BeforeEach
  void awaitKnown() {
    await().atMost(Duration.ofSeconds(30)).until(() -> status("127.0.0.1", token()) == 200);
  }

  @AfterAll
  static void stop() {
    issuer.close();
    things.close();
  }

  @Test
  void whoGuessesKeysIsNotHeardAnyMore() {
    String address = "127.0.0.31";
    int before = ASKED.get();
    long begun = System.nanoTime();
    var answers = new ArrayList<HttpResponse<String>>();
    for (int i = 0; i < ALLOWED * 2; i++) {
      answers.add(get(address, new ApiKey("good", "guess" + i).text()));
    }
    long tried = answers.stream().filter(answer -> answer.statusCode() == 401).count();
    long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();

    assertThat(tried).isBetween((long) ALLOWED, ALLOWED + seconds + 1);
    assertThat(ASKED.get() - before).isEqualTo((int) tried);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 401)
        .isNotEmpty()
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(429);
              assertThat(answer.headers().firstValue("Retry-After")).isPresent();
              assertThat(answer.body()).contains("\"rate-limited\"");
            });
    assertThat(status("127.0.0.32", new ApiKey("good", "guess").text())).isEqualTo(401);
  }

  @Test
  void aGoodKeyFromTheSameAddressIsServed() {
    String address = "127.0.0.33";
    assertThat(status(address, GOOD)).isEqualTo(200);
    spend(address);
    assertThat(status(address, new ApiKey("good", "secret2").text())).isEqualTo(429);

    assertThat(status(address, GOOD)).isEqualTo(200);
    int asked = ASKED.get();
    // Also when Keycloak has to be asked about it again.
    await().atMost(SOON).until(() -> status(address, GOOD) == 200 && ASKED.get() > asked);
  }

  @Test
  void aWrongTokenIsToldAndAGoodOneServed() {
    String address = "127.0.0.34";
    spend(address);
    assertThat(status(address, "a.b.c")).isEqualTo(429);
    assertThat(status(address, token())).isEqualTo(200);
    assertThat(status("127.0.0.35", "a.b.c")).isEqualTo(401);
  }

  private static void spend(String address) {
    for (int i = 0; i <= ALLOWED + 40; i++) {
      status(address, "a.b.c");
    }
  }

  private static void exchange(HttpServerRequest request) {
    ASKED.incrementAndGet();
    request
        .body()
        .onSuccess(
            form -> {
              boolean good = form.toString().endsWith("client_secret=secret");
              request
                  .response()
                  .setStatusCode(good ? 200 : 401)
                  .end(
                      new JsonObject()
                          .put("access_token", good ? token() : null)
                          .put("expires_in", 60)
                          .encode());
            });
  }

  private static String token() {
    return TestTokens.token(UUID.randomUUID(), "orders:read");
  }

  private static int status(String address, String credential) {
    return get(address, credential).statusCode();
  }

  private static HttpResponse<String> get(String address, String credential) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Raw.port() + "/v1/things"))
            .header("Authorization", "Bearer " + credential)
            .build();
    try (var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .localAddress(InetAddress.ofLiteral(address))
            .build()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
