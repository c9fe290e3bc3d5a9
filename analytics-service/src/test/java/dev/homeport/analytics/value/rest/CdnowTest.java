package dev.homeport.analytics.value.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.analytics.fact.Facts;
import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The published analysis of CDNOW, asked of the service. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class CdnowTest {
  @Inject Facts facts;
  @Inject Tenancy tenancy;

  @Test
  void nine_months_forecast_the_next_nine() {
    UUID tenant = TestTenants.create("USD", "UTC");
    Cdnow.take(tenant, facts, tenancy);
    var api = new ValueApi(tenant);

    String bgNbd =
        api.model("{\"kind\":\"bg-nbd\",\"calibrationEnd\":\"1997-09-30\",\"margin\":\"0.4\"}");
    String paretoNbd =
        api.model("{\"kind\":\"pareto-nbd\",\"calibrationEnd\":\"1997-09-30\",\"market\":\"US\"}");

    JsonPath model = api.read(bgNbd);
    assertData(model);
    assertEstimates(
        model, "buying", 1e-8, .24259452, 4.41360202, .79292202, 2.42590678, -9582.429207);
    assertEstimates(model, "spend", 5e-6, 6.24957, 3.74422, 15.44352, -4055.917695);
    assertThat(model.getString("dropOut")).isEqualTo("identified");
    assertThat(model.getDouble("buying.parameters[0].standardError"))
        .isCloseTo(.0125574, within(1e-6));
    assertHoldout(model, 1653.408698);
    JsonPath other = api.read(paretoNbd);
    assertData(other);
    assertEstimates(
        other, "buying", 1e-8, .55327705, 10.57768346, .60623999, 11.66873529, -9594.976179);
    assertHoldout(other, 1665.513);
    api.get("/v1/value-models/comparison?ids=" + bgNbd + ',' + paretoNbd)
        .statusCode(200)
        .body("models.id", equalTo(List.of(paretoNbd, bgNbd)))
        // The markets differ, though nobody bought anywhere else.
        .body("sameData", equalTo(false));
  }

  private static void assertData(JsonPath model) {
    assertThat(model.getString("data.from")).isEqualTo("1997-01-01");
    assertThat(model.getString("data.asOf")).isEqualTo("1997-09-30");
    assertThat(model.getInt("data.customers")).isEqualTo(2_357);
    assertThat(model.getInt("data.repeaters")).isEqualTo(946);
    assertThat(model.getInt("data.purchases")).isEqualTo(2_457);
    assertThat(model.getInt("data.spenders")).isEqualTo(946);
  }

  /** The last one is the logarithm of the likelihood. */
  private static void assertEstimates(JsonPath model, String part, double digits, double... all) {
    List<Double> estimates = model.getList(part + ".parameters.estimate", Double.class);
    for (int i = 0; i < estimates.size(); i++) {
      assertThat(estimates.get(i)).isCloseTo(all[i], within(digits));
    }
    assertThat(model.getDouble(part + ".logLikelihood"))
        .isCloseTo(all[all.length - 1], within(1e-6));
  }

  private static void assertHoldout(JsonPath model, double expected) {
    assertThat(model.getString("holdout.from")).isEqualTo("1997-10-01");
    assertThat(model.getString("holdout.until")).isEqualTo("1998-06-30");
    assertThat(model.getInt("holdout.actual")).isEqualTo(1_882);
    assertThat(model.getDouble("holdout.expected")).isCloseTo(expected, within(.005));
    assertThat(model.getList("holdout.weeks")).hasSize(78);
    assertThat(model.getInt("holdout.weeks[77].actual")).isEqualTo(4_339);
    assertThat(model.getList("holdout.byFrequency.customers", Integer.class))
        .containsExactly(1_411, 439, 214, 100, 62, 38, 29, 64);
    assertThat(model.getDouble("holdout.trackingError")).isBetween(.001, .1);
  }
}
