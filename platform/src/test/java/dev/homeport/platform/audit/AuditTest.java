package dev.homeport.platform.audit;

import static dev.homeport.platform.testing.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class AuditTest {
  private static final String PATH = "/v1/platform-service/audit-entries";

  @Inject Audit audit;
  @Inject AuditSealer sealer;
  @Inject AuditChain chain;
  @Inject CurrentTenant tenant;
  @Inject AgroalDataSource database;

  @ConfigProperty(name = "homeport.test.postgres.superuser-url")
  String superuserUrl;

  @ConfigProperty(name = "homeport.database.name")
  String databaseName;

  private UUID merchant;

  @BeforeEach
  void start() {
    merchant = TestTenants.create();
  }

  @Test
  void aWriteOverHttpSaysWhoWhatAndWhy() {
    given()
        .auth()
        .oauth2(token(merchant, "admin:write"))
        .header("X-Reason", "asked by phone")
        .post("/audited/shop-de")
        .then()
        .statusCode(204);

    get("?resourceType=channel&resourceId=shop-de&action=channel.update")
        .body("items", hasSize(1))
        .body("items[0].id", matchesPattern("aud_[0-9a-f-]{36}"))
        .body("items[0].subject", equalTo("test"))
        .body("items[0].client", equalTo("test-client"))
        .body("items[0].before.name", equalTo("old"))
        .body("items[0].after.name", equalTo("new"))
        .body("items[0].reason", equalTo("asked by phone"));
  }

  @Test
  void theServicesOwnWorkIsRecordedAsTheSystems() {
    record("channel.create", "shop-fr");

    get("").body("items[0].subject", equalTo("system")).body("items[0].before", nullValue());
  }

  @Test
  void filtersAndPagesGoTogether() {
    for (int i = 0; i < 5; i++) {
      record("channel.create", "c" + i);
    }
    record("channel.delete", "c0");

    String cursor =
        get("?action=channel.create&limit=3")
            .body("items.resourceId", equalTo(java.util.List.of("c4", "c3", "c2")))
            .extract()
            .path("nextCursor");

    get("?action=channel.create&limit=3&cursor=" + cursor)
        .body("items.resourceId", equalTo(java.util.List.of("c1", "c0")))
        .body("nextCursor", nullValue());
    get("?from=2999-01-01T00:00:00Z").body("items", hasSize(0));
    get("?to=2999-01-01T00:00:00Z").body("items", hasSize(6));
  }

  @Test
  void noEntryIsMissedWhenTransactionsCommitOutOfOrder() throws Exception {
    var written = new CountDownLatch(1);
    var commit = new CountDownLatch(1);
    try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
      var early =
          other.submit(
              () ->
                  inTransaction(
                      () -> {
                        audit.record("a", "channel", "early", null, Map.of());
                        written.countDown();
                        await(commit);
                      }));
      written.await();
      record("a", "late");
      sealed();
      commit.countDown();
      early.get();
    }
    sealed();

    verification()
        .body("valid", equalTo(true))
        .body("blocks", equalTo(2))
        .body("entries", equalTo(2))
        .body("unsealed", equalTo(0));
  }

  @Test
  void aChangedEntryShows() throws SQLException {
    threeBlocks();
    tamper(
        "update audit_entry set after = '{\"name\":\"forged\"}' where tenant_id = ? and block = 2");

    verification().body("valid", equalTo(false)).body("firstBroken", equalTo(2));
  }

  @Test
  void aRemovedEntryOrBlockShows() throws SQLException {
    threeBlocks();
    tamper("delete from audit_entry where tenant_id = ? and block = 3");
    verification().body("valid", equalTo(false)).body("firstBroken", equalTo(3));

    tamper("delete from audit_block where tenant_id = ? and number = 2");
    verification().body("valid", equalTo(false)).body("firstBroken", equalTo(2));
  }

  @Test
  void aBlockRemovedWithItsEntriesLeavesAGapThatShows() throws SQLException {
    threeBlocks();
    tamper("delete from audit_entry where tenant_id = ? and block = 2");
    tamper("delete from audit_block where tenant_id = ? and number = 2");

    verification().body("valid", equalTo(false)).body("firstBroken", equalTo(2));
  }

  @Test
  void anEntryAddedToASealedBlockShows() throws SQLException {
    threeBlocks();
    tamper(
        """
        insert into audit_entry (tenant_id, id, subject, action, resource_type, resource_id, block,
          position)
        values (?, gen_random_uuid(), 'x', 'x', 'x', 'x', 1, 99)""");

    verification().body("valid", equalTo(false)).body("firstBroken", equalTo(1));
  }

  @Test
  void theServicesOwnRoleCanNeitherChangeNorRemoveNorSeal() {
    record("a", "b");

    for (String sql :
        new String[] {
          "update audit_entry set subject = 'x'",
          "delete from audit_entry",
          "insert into audit_block select tenant_id, 1, 1, '', '' from audit_entry"
        }) {
      assertThatThrownBy(() -> inTransaction(() -> execute(sql)))
          .hasRootCauseInstanceOf(SQLException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void anEntryOutsideATransactionIsADefect() {
    assertThatThrownBy(() -> tenant.run(merchant, () -> audit.record("a", "b", "c", null, null)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anotherTenantSeesNothingAndAnotherServicesPathIsNotHere() {
    record("a", "b");

    given()
        .auth()
        .oauth2(token(TestTenants.create(), "admin:read"))
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    given()
        .auth()
        .oauth2(token(merchant, "admin:read"))
        .get("/v1/other-service/audit-entries")
        .then()
        .statusCode(404);
    given().auth().oauth2(token(merchant, "orders:read")).get(PATH).then().statusCode(403);
  }

  private void threeBlocks() {
    for (int i = 0; i < 3; i++) {
      record("channel.update", "shop-" + i);
      sealed();
    }
    verification().body("valid", equalTo(true)).body("blocks", equalTo(3));
  }

  /** The scheduled round and this one may meet; then the other does the work. */
  private void sealed() {
    org.awaitility.Awaitility.await()
        .until(
            () -> {
              sealer.seal();
              return chain.unsealed(merchant, 1).isEmpty();
            });
  }

  private void record(String action, String id) {
    inTransaction(() -> audit.record(action, "channel", id, null, Map.of("name", "Größe")));
  }

  private void inTransaction(Runnable work) {
    tenant.run(merchant, () -> QuarkusTransaction.requiringNew().run(work));
  }

  private void execute(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void tamper(String sql) throws SQLException {
    String url = superuserUrl.replace("/postgres?", "/" + databaseName + "?");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, merchant);
      assertThat(statement.executeUpdate()).isPositive();
    }
  }

  private ValidatableResponse verification() {
    return get("/verification");
  }

  private ValidatableResponse get(String rest) {
    return given()
        .auth()
        .oauth2(token(merchant, "admin:read"))
        .get(PATH + rest)
        .then()
        .statusCode(200);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
