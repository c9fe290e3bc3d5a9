package dev.homeport.platform.idempotency;

import static dev.homeport.platform.testing.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class IdempotencyTest {
  @Inject AgroalDataSource database;
  @Inject CurrentTenant tenant;

  private UUID merchant;

  @BeforeEach
  void start() {
    merchant = TestTenants.create();
  }

  @Test
  void aRepeatHasTheSameAnswerAndNoEffect() {
    Response first = post("k1", "{\"a\":\"1\",\"b\":\"2\"}");
    Response again = post("\"k1\"", "{ \"b\":\"2\", \"a\":\"1\" }");

    first.then().statusCode(201).header("Idempotent-Replayed", nullValue());
    again
        .then()
        .statusCode(201)
        .header("Idempotent-Replayed", "true")
        .header("Location", first.header("Location"))
        .body(equalTo(first.asString()));
    assertThat(effects()).isOne();
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    post("k2", "{\"a\":\"1\"}");

    post("k2", "{\"a\":\"2\"}")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));

    assertThat(effects()).isOne();
  }

  @Test
  void aMissingKeyIsRefusedWhereValueMoves() {
    given()
        .auth()
        .oauth2(token(merchant, "orders:write"))
        .contentType("application/json")
        .body("{}")
        .post("/counters")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-required"));
  }

  @Test
  void aRefusalOrAFailureLeavesNothingBehind() {
    post("k3", "{\"then\":\"refuse\"}").then().statusCode(409);
    post("k4", "{\"then\":\"fail\"}").then().statusCode(500);

    assertThat(effects()).isZero();
    post("k3", "{\"then\":\"ok\"}").then().statusCode(201);
  }

  @Test
  void requestsAtOnceHaveOneEffect() {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 16).mapToObj(_ -> callers.submit(() -> post("k5", "{}"))).toList();

      assertThat(answers)
          .extracting(a -> a.get().statusCode())
          .containsAnyOf(201)
          .isSubsetOf(201, 409);
    }
    assertThat(effects()).isOne();
  }

  @Test
  void anotherTenantsKeyIsAnotherKey() {
    post("k6", "{}");
    given()
        .auth()
        .oauth2(token(TestTenants.create(), "orders:write"))
        .header("Idempotency-Key", "k6")
        .contentType("application/json")
        .body("{\"other\":\"body\"}")
        .post("/counters")
        .then()
        .statusCode(201)
        .header("Idempotent-Replayed", nullValue());
  }

  private Response post(String key, String body) {
    return given()
        .auth()
        .oauth2(token(merchant, "orders:write"))
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post("/counters");
  }

  private int effects() {
    return tenant.call(
        merchant,
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      try (var connection = database.getConnection();
                          var statement = connection.createStatement();
                          var row = statement.executeQuery("select count(*) from inbox")) {
                        row.next();
                        return row.getInt(1);
                      }
                    }));
  }
}
