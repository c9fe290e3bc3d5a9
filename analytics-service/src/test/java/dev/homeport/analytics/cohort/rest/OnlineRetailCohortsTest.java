package dev.homeport.analytics.cohort.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.Books;
import dev.homeport.analytics.ReferenceData;
import dev.homeport.analytics.cohort.CohortCell;
import dev.homeport.analytics.cohort.CohortMeasure;
import dev.homeport.analytics.cohort.CohortUnit;
import dev.homeport.analytics.cohort.Cohorts;
import dev.homeport.analytics.cohort.Scope;
import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Real books, against results computed independently. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OnlineRetailCohortsTest {
  private static final String YEAR = "from=2010-12-01&to=2011-12-09&asOf=2011-12-10";

  @Inject Books books;
  @Inject Cohorts cohorts;
  @Inject Tenancy tenancy;

  @Test
  void the_year_of_a_giftware_shop_is_that_of_the_reference() {
    UUID tenant = TestTenants.create("GBP", "Europe/London");
    books.record(tenant, Books.onlineRetail());
    String token = TestTokens.token(tenant, "analytics:read");

    JsonPath customers = json(token, "/v1/cohorts?measure=customers&" + YEAR);
    assertThat(triangle(customers, "count"))
        .isEqualTo(reference("ref/online_retail_cohort_customers.csv"));
    assertThat(customers.getLong("overall[1].count")).isEqualTo(976);
    assertThat(customers.getLong("overall[1].customers")).isEqualTo(4_298);
    assertThat(triangle(json(token, "/v1/cohorts?measure=gross&" + YEAR), "amount"))
        .isEqualTo(reference("ref/online_retail_cohort_gross.csv"));
    JsonPath net = json(token, "/v1/cohorts?measure=net&" + YEAR);
    assertThat(
            net.<List<String>>getList("cohorts.periods.amount").stream()
                .flatMap(List::stream)
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("8310477.054");
    assertThat(csv(token)).startsWith("cohort,customers,p0,p1").contains("2010-12,885,885,324,286");

    JsonPath repeats = json(token, "/v1/repeat-purchases?asOf=2011-12-10");
    assertThat(repeats.getLong("customers")).isEqualTo(4_339);
    assertThat(repeats.getLong("repeaters")).isEqualTo(2_845);
    assertThat(repeats.getDouble("repeatRate")).isEqualTo(0.655681);
    assertThat(repeats.getLong("timeBetweenOrders.count")).isEqualTo(18_536 - 4_339);

    assertThat(repeats.getInt("notYetBack.medianDays")).isEqualTo(97);
    assertThat(repeats.<Object>get("notYetBack.points.find { it.days == 7 }").toString())
        .contains("atRisk=3943, cameBack=54, waiting=0.903019, low=0.893816, high=0.911464");

    JsonPath countries = json(token, "/v1/sales-summary?by=country&to=2011-12-10");
    List<Map<String, String>> expected = ReferenceData.plainRows("ref/online_retail_countries.csv");
    assertThat(
            countries.<Map<String, Object>>getList("items").stream()
                .filter(item -> (int) item.get("customers") > 0)
                .map(item -> sums(countries, item)))
        .containsExactlyInAnyOrderElementsOf(
            expected.stream()
                .map(
                    row ->
                        "%s %s %s"
                            .formatted(
                                row.get("customers"), row.get("orders"), plain(row.get("net"))))
                .toList());
  }

  @Test
  void the_books_of_a_shop_of_discs_are_those_of_the_reference() {
    UUID tenant = TestTenants.create("USD", "UTC");
    books.record(tenant, Books.cdnow());
    LocalDate end = LocalDate.of(1998, 7, 1);
    var scope = new Scope(Optional.empty(), Optional.empty(), LocalDate.of(1997, 1, 1), end, end);

    assertThat(table(tenant, scope, CohortMeasure.CUSTOMERS))
        .isEqualTo(reference("ref/cdnow_sample_cohort_customers.csv"));
    assertThat(table(tenant, scope, CohortMeasure.GROSS))
        .isEqualTo(reference("ref/cdnow_sample_cohort_gross.csv"));
  }

  private static String sums(JsonPath json, Map<String, Object> item) {
    return "%s %s %s"
        .formatted(
            item.get("customers"),
            item.get("orders"),
            plain((String) ((Map<?, ?>) item.get("net")).get("amount")));
  }

  private List<String> table(UUID tenant, Scope scope, CohortMeasure measure) {
    List<CohortCell> cells =
        tenancy.in(tenant, () -> cohorts.cells(CohortUnit.MONTH, measure, scope));
    var rows = new ArrayList<String>();
    int cohort = -1;
    var row = new ArrayList<String>();
    for (CohortCell cell : cells) {
      if (cell.cohort() != cohort) {
        if (!row.isEmpty()) {
          rows.add(String.join(",", row));
        }
        row = new ArrayList<>(List.of(CohortUnit.MONTH.label(cell.cohort())));
        cohort = cell.cohort();
      }
      row.add(plain(measure.of(cell).toPlainString()));
    }
    rows.add(String.join(",", row));
    return rows;
  }

  private static List<String> triangle(JsonPath json, String field) {
    var rows = new ArrayList<String>();
    for (Map<String, Object> cohort : json.<Map<String, Object>>getList("cohorts")) {
      var row = new ArrayList<>(List.of((String) cohort.get("cohort")));
      for (Object period : (List<?>) cohort.get("periods")) {
        row.add(plain(((Map<?, ?>) period).get(field).toString()));
      }
      rows.add(String.join(",", row));
    }
    return rows;
  }

  private static List<String> reference(String file) {
    return ReferenceData.plainLines(file).stream()
        .skip(1)
        .map(
            line -> {
              String[] cells = line.split(",");
              for (int i = 1; i < cells.length; i++) {
                cells[i] = plain(cells[i]);
              }
              return String.join(",", cells);
            })
        .toList();
  }

  private static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  private static JsonPath json(String token, String path) {
    return given().auth().oauth2(token).get(path).then().statusCode(200).extract().jsonPath();
  }

  private static String csv(String token) {
    return given()
        .auth()
        .oauth2(token)
        .accept("text/csv")
        .get("/v1/cohorts?" + YEAR)
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .extract()
        .asString();
  }
}
