package dev.homeport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.local.Databases;
import dev.homeport.local.Databases.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One merchant's data is nothing to another, nor to a session that names no tenant. */
class TenantIsolationIT {
  /** Not the gateway's, which knows of tenants and holds nothing of theirs. */
  private static final List<Database> TENANTS_DATA =
      List.of(Databases.CUSTOMER, Databases.ORDERS, Databases.ANALYTICS, Databases.LOYALTY);

  @Test
  void anotherTenantSeesNothing() {
    Merchant mine = Homeport.merchant("EUR", "Europe/Berlin");
    Merchant other = Homeport.merchant("EUR", "Europe/Berlin");
    String order =
        mine.post(
                "/v1/orders",
                """
                {"channel": "shop-de", "externalId": "iso-1", "placedAt": "2026-11-01T10:00:00Z",
                 "currency": "EUR", "buyer": {"externalId": "b-1", "country": "DE"},
                 "lines": [{"lineNo": 1, "sku": "A", "quantity": "1", "unitPrice": "5"}]}""")
            .path("id");
    await().until(() -> mine.get("/v1/identities/shop-de/b-1").statusCode() == 200);
    String customer = mine.get("/v1/identities/shop-de/b-1").path("id");
    await().until(() -> mine.get("/v1/members/" + customer).statusCode() == 200);

    for (String path :
        new String[] {
          "/v1/orders/" + order,
          "/v1/customers/" + customer,
          "/v1/identities/shop-de/b-1",
          "/v1/customers/" + customer + "/rfm",
          "/v1/members/" + customer
        }) {
      other.get(path).then().statusCode(404).contentType("application/problem+json");
    }
    for (String path : new String[] {"/v1/orders", "/v1/customers", "/v1/members"}) {
      other.get(path).then().statusCode(200).body("items", empty());
    }
    other.get("/v1/rfm/grid").then().statusCode(200).body("customers", equalTo(0));
  }

  @Test
  void aSessionWithoutATenantSeesNoRowOfAnyTable() throws SQLException {
    Merchant mine = Homeport.merchant("EUR", "Europe/Berlin");
    mine.post(
            "/v1/orders",
            """
            {"channel": "shop-de", "externalId": "iso-2", "placedAt": "2026-11-01T10:00:00Z",
             "currency": "EUR", "buyer": {"externalId": "b-2", "country": "DE"},
             "lines": [{"lineNo": 1, "sku": "A", "quantity": "1", "unitPrice": "5"}]}""")
        .then()
        .statusCode(201);

    for (Database database : TENANTS_DATA) {
      assertThat(visibleRows(database))
          .as(database.name())
          .isNotEmpty()
          .allSatisfy((_, rows) -> assertThat(rows).isZero());
    }
  }

  /** Every table that the service's role may read, and how many rows it sees there. */
  private static Map<String, Long> visibleRows(Database database) throws SQLException {
    var visible = new TreeMap<String, Long>();
    String url = Homeport.suite().postgres().jdbcUrl(database.name());
    try (var connection =
            DriverManager.getConnection(
                url, database.role(), Databases.localPassword(database.role()));
        var tables = connection.createStatement();
        var names =
            tables.executeQuery(
                """
                select oid::regclass::text from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and relname <> 'flyway_schema_history' and has_table_privilege(oid, 'select')""")) {
      while (names.next()) {
        try (var count = connection.createStatement();
            var row = count.executeQuery("select count(*) from " + names.getString(1))) {
          row.next();
          visible.put(names.getString(1), row.getLong(1));
        }
      }
    }
    return visible;
  }
}
