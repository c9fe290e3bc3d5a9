package dev.homeport.order.marketplace.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.homeport.order.marketplace.Read;
import dev.homeport.order.support.Shop;
import dev.homeport.order.support.Storefront;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in the database, looked at by somebody whom no rule holds back. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class BodiesAtRestTest {
  private static final String ORDER = Read.body("shopify-order");

  private final Shop shop = Shop.open();
  private Storefront store = new Storefront(shop, "", "");

  @BeforeEach
  void declare() {
    store = Storefront.declare(shop, "shop-se", "shopify", "");
  }

  @Test
  void neitherABodyNorASecretIsReadable() throws SQLException {
    store.shopify("orders/create", ORDER).then().statusCode(200);
    store.shopify("orders/create", "{\"id\": \"unreadable Gustafsson\"}").then().statusCode(200);
    store.patch("{\"timeZone\": \"Europe/Paris\"}").then().statusCode(200);

    for (String table :
        List.of("channel", "intake_key", "intake_delivery", "audit_entry", "orders")) {
      for (String row : rows("select t::text from " + table + " t where tenant_id = '%s'")) {
        for (String clear : List.of(Storefront.SECRET, "Storgatan", "Gustafsson", "marta.lind")) {
          assertThat(row).as(table).doesNotContainIgnoringCase(clear);
          assertThat(row).as(table).doesNotContain(hex(clear));
        }
      }
    }
    assertThat(rows("select 1 from intake_delivery where tenant_id = '%s'")).hasSize(2);
  }

  @Test
  void theSameBodyNeverLooksTheSame() throws SQLException {
    store.shopify("orders/create", ORDER);
    store.shopify("orders/create", ORDER);

    assertThat(rows("select body::text from intake_delivery where tenant_id = '%s'"))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void afterThirtyDaysTheKeyAndTheBodiesAreGoneAndNotBefore() throws SQLException {
    String id = store.shopify("orders/create", ORDER).path("id");

    TestTenants.clockAhead(shop.tenant(), Duration.ofDays(29));
    await().atMost(Duration.ofSeconds(30)).until(() -> settled(29));
    store.intake("/" + id).then().statusCode(200);

    TestTenants.clockAhead(shop.tenant(), Duration.ofDays(32));
    await().atMost(Duration.ofSeconds(30)).until(() -> settled(32));

    store.intake("/" + id).then().statusCode(404);
    store.intake("").then().body("items", hasSize(0));
    assertThat(rows("select 1 from intake_key where tenant_id = '%s'")).isEmpty();
    assertThat(rows("select 1 from intake_delivery where tenant_id = '%s'")).isEmpty();
    store.order("5501700210001").then().body("items[0].status", equalTo("paid"));
  }

  private boolean settled(long days) {
    String until = shop.get("/v1/order-service/tenant").path("settledUntil");
    return until != null
        && Duration.between(Instant.now(), Instant.parse(until)).toHours() >= days * 24 - 1;
  }

  private List<String> rows(String sql) throws SQLException {
    String url =
        ConfigProvider.getConfig().getValue("homeport.test.postgres.superuser-url", String.class);
    var found = new ArrayList<String>();
    try (var connection = DriverManager.getConnection(url.replaceFirst("/[a-z]+\\?", "/orders?"));
        var rows = connection.createStatement().executeQuery(sql.formatted(shop.tenant()))) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static String hex(String text) {
    var hex = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      hex.append("%02x".formatted(octet));
    }
    return hex.toString();
  }
}
