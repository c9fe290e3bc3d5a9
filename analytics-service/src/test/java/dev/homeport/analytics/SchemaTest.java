package dev.homeport.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.Orders.Order;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The migrated database, from empty. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class SchemaTest {
  private static final List<String> TABLES =
      List.of(
          "customer_change",
          "customer_consent",
          "customer_profile",
          "customer_score",
          "customer_value",
          "cut_points",
          "fact",
          "identity",
          "rfm_grid",
          "rfm_scoring",
          "segment",
          "segment_clock",
          "segment_day",
          "segment_definition",
          "segment_export",
          "segment_export_part",
          "segment_listing",
          "segment_member",
          "segment_run",
          "segment_subject",
          "value_model",
          "value_state");

  /** Cohorts, acquisition, affinities and prices; all but the first two are nobody else's. */
  private static final List<String> MORE_TABLES =
      List.of(
          "fact_state",
          "derived_table",
          "marketing_spend",
          "attribution_rules",
          "product",
          "affinity_basis",
          "product_affinity",
          "price_observation",
          "competitor_price",
          "own_price");

  @Inject Database database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @Test
  void every_table_of_the_service_is_held_to_one_tenant_also_for_its_owner() {
    List<String> held =
        database.list(
            """
            select relname::text from pg_class
            where relkind = 'r' and relrowsecurity and relforcerowsecurity
              and relname = any(?::text[])""",
            to -> to.texts(TABLES),
            row -> row.getString(1));

    assertThat(held).containsExactlyInAnyOrderElementsOf(TABLES);
  }

  @Test
  void so_is_every_table_of_what_is_derived_and_stated() {
    for (String table : MORE_TABLES) {
      assertThat(
              database.list(
                  """
                  select relrowsecurity and relforcerowsecurity from pg_class
                  where relkind = 'r' and relname = ?""",
                  to -> to.text(table),
                  row -> row.getBoolean(1)))
          .as(table)
          .containsExactly(true);
      String worker = asRole("analytics_service_worker", "select count(*) >= 0 from " + table);
      assertThat(worker).as(table).isEqualTo(MORE_TABLES.indexOf(table) < 2 ? "t" : "42501");
    }
  }

  @Test
  void without_a_tenant_no_row_is_seen() {
    UUID tenant = TestTenants.create();
    UUID buyer = UUID.randomUUID();
    Orders.send(tenant, Order.of(buyer, "2026-03-01T10:00:00Z", "10"));
    TestEvents.send(
        Orders.IDENTITIES, Orders.mapped(tenant, UUID.randomUUID(), UUID.randomUUID(), 1));
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                RestAssured.given()
                    .auth()
                    .oauth2(TestTokens.token(tenant, "analytics:read"))
                    .get("/v1/customers/cus_" + buyer + "/rfm")
                    .statusCode(),
            status -> status == 200);

    for (String table : TABLES) {
      assertThat(
              QuarkusTransaction.requiringNew()
                  .call(() -> database.list("select 1 from " + table, row -> row.getInt(1))))
          .as(table)
          .isEmpty();
    }
    assertThat(asRole("analytics_service", "select count(*) from fact")).isEqualTo("0");
  }

  @Test
  void the_worker_sees_of_whom_something_has_changed_and_nothing_else() {
    assertThat(asRole("analytics_service_worker", "select count(*) >= 0 from customer_change"))
        .isEqualTo("t");
    var refused = new ArrayList<String>();
    for (String table : TABLES) {
      if (asRole("analytics_service_worker", "select count(*) from " + table).equals("42501")) {
        refused.add(table);
      }
    }

    assertThat(refused)
        .containsExactlyElementsOf(
            TABLES.stream()
                .filter(
                    table ->
                        !List.of("customer_change", "segment_run", "segment_export")
                            .contains(table))
                .toList());
  }

  /** The first value, or the SQL state of the refusal. */
  private String asRole(String role, String sql) {
    try (var connection =
            DriverManager.getConnection(url.split("\\?")[0], role, "local-only-" + role);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException refused) {
      return String.valueOf(refused.getSQLState());
    }
  }
}
