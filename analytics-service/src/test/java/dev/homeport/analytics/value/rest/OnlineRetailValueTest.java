package dev.homeport.analytics.value.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.analytics.ReferenceData;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Facts;
import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.analytics.value.Values;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One year of a real shop does not tell who has dropped out, and the service says so. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OnlineRetailValueTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject Facts facts;
  @Inject Tenancy tenancy;
  @Inject Values values;

  @Test
  void drop_out_that_is_not_identified_is_not_told() throws IOException {
    UUID tenant = TestTenants.create("GBP", "Europe/London");
    Cdnow.take(tenant, facts, tenancy, orders());
    var api = new ValueApi(tenant);

    for (String kind : List.of("pareto-nbd", "bg-nbd")) {
      String id = api.model("{\"kind\":\"%s\",\"calibrationEnd\":\"2011-12-09\"}".formatted(kind));
      JsonPath model = api.read(id);
      assertThat(model.getInt("data.customers")).isEqualTo(4_339);
      assertThat(model.getDouble("nbd.logLikelihood")).isCloseTo(-37647.87940, within(5e-6));
      assertThat(model.getString("dropOut")).isEqualTo("no-better-than-nbd");
      assertThat(model.<Object>get("holdout")).isNull();
      api.activate(id).statusCode(200);

      api.get("/v1/customers/cus_" + customer("12347") + "/value")
          .statusCode(200)
          .body("probabilityAlive", nullValue())
          .body("dropOut", equalTo("no-better-than-nbd"))
          .body("dropOutDetail", notNullValue())
          .body("expectedOrders.days90", greaterThan(0f))
          .body("lifetimeValue.expected.currency", equalTo("GBP"));
      api.get("/v1/value/summary")
          .statusCode(200)
          .body("model.id", equalTo(id))
          .body("customers", equalTo(4_339))
          .body("customersAlive", nullValue())
          .body("probabilityAlive", hasSize(0))
          .body("lifetimeValue.quantiles", hasSize(11));
      tenancy.in(
          tenant,
          () -> {
            assertThat(values.all().orElseThrow().probabilityAlive(0)).isEmpty();
            return 0;
          });
    }
  }

  private static List<Fact> orders() throws IOException {
    var orders = new ArrayList<Fact>();
    for (String line : ReferenceData.lines("online_retail/orders_I.ndjson.gz")) {
      JsonNode document = JSON.readTree(line);
      if (document.get("documentType").asText().equals("ORDER")) {
        orders.add(
            Cdnow.order(
                customer(document.get("customer").get("externalId").asText()),
                orders.size(),
                Instant.parse(document.get("placedAt").asText()),
                total(document.get("lines"))));
      }
    }
    return orders;
  }

  private static BigDecimal total(JsonNode lines) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : lines) {
      BigDecimal price = new BigDecimal(line.get("unitPrice").asText());
      total = total.add(price.multiply(new BigDecimal(line.get("quantity").asText())));
    }
    return total;
  }

  private static UUID customer(String number) {
    return Cdnow.customer(number);
  }
}
