package dev.homeport.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.order.currency.store.ExchangeRate;
import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.order.support.Storefront;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.relational.SchemaManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The migrated database is what the entities expect, and hides each tenant from the others. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class SchemaTest {
  @Inject SessionFactory sessions;
  @Inject AgroalDataSource database;

  @Test
  void theMigratedDatabaseFitsTheEntities() {
    SchemaManager schema = sessions.getSchemaManager();

    schema.validateMappedObjects();
    assertThat(sessions.getMetamodel().entity(ExchangeRate.class)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "order_revision",
        "free_return",
        "exchange_rate",
        "channel",
        "intake_key",
        "intake_delivery"
      })
  void aSessionThatForgetsTheTenantSeesNoRow(String table) throws SQLException {
    fill(Shop.open());

    assertThat(rows("select count(*) from " + table)).isEqualTo(List.of(0L));
  }

  @Test
  void everyTableIsUnderTheTenantRuleEvenForItsOwner() throws SQLException {
    assertThat(
            rows(
                """
                select count(*) from pg_class c
                where relkind = 'r' and relnamespace = 'public'::regnamespace
                  and exists (select from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'tenant_id')
                  and not (relrowsecurity and relforcerowsecurity)"""))
        .isEqualTo(List.of(0L));
  }

  private static void fill(Shop shop) {
    shop.post("/v1/orders", Bodies.order("1")).then().statusCode(201);
    shop.post("/v1/orders", Bodies.revision("1", "3", "2026-11-01T12:00:00Z"));
    shop.post("/v1/returns", Bodies.freeReturn("C-1", "EUR")).then().statusCode(201);
    shop.putRates("Date,GBP,\n2026-11-01,0.8,\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .then()
        .statusCode(200);
    Storefront.declare(shop, "shop-se", "shopify", "")
        .shopify("orders/create", "{}")
        .then()
        .statusCode(200);
  }

  private List<Long> rows(String sql) throws SQLException {
    var found = new ArrayList<Long>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getLong(1));
      }
    }
    return found;
  }
}
