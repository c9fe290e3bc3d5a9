package dev.homeport.analytics.report.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.analytics.Books;
import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Origin;
import dev.homeport.platform.tenant.TenantSettings;
import dev.homeport.platform.tenant.Tenants;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class CustomerBaseReportTest {
  @Inject Tenants tenants;
  @Inject Books books;
  private UUID tenant = UUID.randomUUID();

  @Test
  void figures_are_those_of_the_api_for_the_same_day() {
    tenant = TestTenants.create();
    shop().open(books, Shop.history(120, 60, 2), 120);

    for (String asOf : List.of("2026-02-28", "2025-09-30")) {
      JsonPath grid = grid("?asOf=" + asOf);
      Page page = page("?asOf=" + asOf);

      assertThat(page.exact("//dl[@class='headlines']/div[1]/dd"))
          .containsExactly(grid.getString("customers"));
      assertThat(page.exact("//dl[@class='headlines']/div[2]/dd").getFirst())
          .isEqualTo(grid.getString("net.amount"));
      groups(page, grid);
      cells(page, grid);
      assertThat(sum(page, "//ol[@class='actions']/li/p[@class='stake']/data"))
          .isEqualByComparingTo(grid.getString("customers"));
      assertThat(sum(page, "//ol[@class='actions']/li/p[@class='stake']/span/data"))
          .isEqualByComparingTo(grid.getString("net.amount"));
      assertThat(actions(page, "Win back in person"))
          .isEqualTo(customers(grid, (r, fm) -> r <= 2 && fm == 5));
      assertThat(actions(page, "Win back with an offer"))
          .isEqualTo(customers(grid, (r, fm) -> r <= 2 && (fm == 3 || fm == 4)));
      assertThat(actions(page, "Remind before they are gone"))
          .isEqualTo(customers(grid, (r, fm) -> r == 3 && fm >= 3));
      assertThat(actions(page, "Keep and reward"))
          .isEqualTo(customers(grid, (r, fm) -> r >= 4 && fm >= 4));
      wellMade(page);
    }
    assertThat(page("").texts("//p[@class='moment']").getFirst())
        .contains(Integer.toString(LocalDate.now(ZoneId.of("Europe/Berlin")).getYear()))
        .contains("(Europe/Berlin)")
        .contains("Amounts in Euro (EUR)");
  }

  private static void groups(Page page, JsonPath grid) {
    List<Element> rows = page.all(page.table("groups-shares"));
    int groups = grid.getList("groups").size();
    assertThat(rows).hasSize(groups + 1);
    for (int i = 0; i < groups; i++) {
      String row = page.table("groups-shares") + "[" + (i + 1) + "]";
      String group = "groups[" + i + "].";
      assertThat(page.texts(row + "/th")).containsExactly(grid.getString(group + "name"));
      List<String> exact = page.exact(row);
      String net = grid.getString(group + "net.amount");
      assertThat(exact.get(0)).isEqualTo(grid.getString(group + "customers"));
      assertThat(new BigDecimal(exact.get(1)))
          .isEqualByComparingTo(new BigDecimal(grid.getString(group + "share")));
      assertThat(exact.get(2)).isEqualTo(net);
      assertThat(page.texts(row + "/td[3]").getFirst().replaceAll("[€,]", ""))
          .isEqualTo(new BigDecimal(net).setScale(0, RoundingMode.HALF_UP).toPlainString());
    }
  }

  private static void cells(Page page, JsonPath grid) {
    for (int r = 1; r <= 5; r++) {
      List<String> row = page.exact(page.table("groups-grid") + "[" + (6 - r) + "]");
      for (int fm = 1; fm <= 5; fm++) {
        int score = r;
        int both = fm;
        String customers = Long.toString(customers(grid, (a, b) -> a == score && b == both));
        assertThat(row.get(fm - 1)).isEqualTo(customers);
      }
    }
    List<String> drawn =
        page.texts(
            "//*[local-name()='svg'][.//*[@id='groups-grid-title']]//*[local-name()='text']");
    assertThat(drawn).containsAll(page.texts(page.table("groups-grid") + "/td"));
  }

  @Test
  void before_the_first_order_it_says_so() {
    tenant = TestTenants.create();

    Page page = page("");

    assertThat(page.texts("//main/section")).hasSize(1);
    assertThat(page.texts("//p[@class='nobody']").getFirst()).startsWith("Nobody has bought yet");
    wellMade(page);
  }

  @Test
  void one_customer_is_told_of_in_the_singular() {
    tenant = TestTenants.create();
    shop()
        .open(
            books,
            List.of(
                Books.order(
                    UUID.randomUUID(),
                    Instant.parse("2026-03-01T10:00:00Z"),
                    "19.98",
                    new Origin("shop-de", "DE", "DE", Attribution.NONE),
                    List.of())),
            1);

    Page page = page("?asOf=2026-03-02");

    assertThat(page.texts("//ul[@class='summary']/li"))
        .containsExactly(
            "1\u00a0customer has bought for €19.98, less returns.",
            "Since 31 January 2026, 1\u00a0customer bought for the first time,"
                + " 0\u00a0good customers stopped buying, and 0 came back.",
            "Nobody has bought more than once yet.",
            "Of the €19.98 of the last twelve months, 0% came from customers who had bought"
                + " before.");
    assertThat(page.document().getDocumentElement().getTextContent())
        .doesNotContainPattern("\\b1\u00a0\\w+s\\b");
    wellMade(page);
  }

  @Test
  void a_currency_without_decimals_has_none() {
    tenant = TestTenants.create("JPY", "Asia/Tokyo");
    shop().open(books, Shop.history(30, 8_000, 0), 30);

    Page page = page("?asOf=2026-03-02");

    List<String> amounts = page.texts(page.table("groups-shares") + "/td[3]");
    assertThat(amounts).hasSize(12).allMatch(amount -> amount.matches("¥[0-9]{1,3}(,[0-9]{3})*"));
    assertThat(page.texts("//main").getFirst()).doesNotContainPattern("¥[0-9,]+\\.[0-9]{2}\\b");
    wellMade(page);
  }

  @Test
  void names_are_text() {
    tenant = TestTenants.create();
    TenantSettings made = tenants.find(tenant).orElseThrow();
    String name = "<script>alert(1)</script> \"M&M's\" {merchant}";
    tenants.apply(
        new TenantSettings(
            tenant,
            made.slug(),
            name,
            made.reportingCurrency(),
            made.timeZone(),
            made.markets(),
            true,
            made.plan(),
            made.clockAhead(),
            made.epoch(),
            made.revision() + 1));

    Page page = page("");

    assertThat(page.texts("//p[@class='merchant']")).containsExactly(name);
    assertThat(page.texts("//title").getFirst()).contains(name);
    wellMade(page);
  }

  @Test
  void it_is_for_those_who_may_read_and_for_days_that_are_over() {
    tenant = TestTenants.create();
    String path = "/v1/reports/customer-base";
    given().get(path).then().statusCode(401).body("code", equalTo("unauthenticated"));
    given()
        .auth()
        .oauth2(TestTokens.token(tenant, "orders:read"))
        .get(path)
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    String tomorrow = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(1).toString();
    for (String query : List.of("?asOf=" + tomorrow, "?asOf=1969-12-31", "?asOf=soon", "?day=1")) {
      get(path + query).statusCode(400).contentType("application/problem+json");
    }
  }

  @Test
  void nothing_else_may_be_loaded_or_run() {
    tenant = TestTenants.create();
    get("/v1/reports/customer-base")
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header(
            "Content-Security-Policy",
            org.hamcrest.Matchers.startsWith(
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Referrer-Policy", equalTo("no-referrer"));
  }

  /** Without scripts and outside references; headings in order; what is referred to is there. */
  private static void wellMade(Page page) {
    assertThat(page.all("//*[local-name()='script']")).isEmpty();
    List<Element> all = page.all("//*");
    List<String> ids =
        all.stream()
            .map(element -> element.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    for (Element element : all) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        Attr attribute = (Attr) element.getAttributes().item(i);
        assertThat(attribute.getName()).doesNotStartWith("on");
        if (List.of("href", "src", "srcset", "action", "data").contains(attribute.getName())) {
          assertThat(attribute.getValue()).matches("(data:|#).*");
        }
        if (attribute.getName().equals("aria-labelledby")) {
          assertThat(ids).contains(attribute.getValue().split(" "));
        }
      }
    }
    assertThat(page.texts("//style"))
        .noneMatch(style -> style.contains("url(") || style.contains("@import"));
    int level = 0;
    for (Element heading : page.all("//h1|//h2|//h3|//h4")) {
      int next = Integer.parseInt(heading.getTagName().substring(1));
      assertThat(next).as(heading.getTextContent()).isLessThanOrEqualTo(level + 1);
      level = next;
    }
    assertThat(page.all("//h1")).hasSize(1);
    for (Element picture : page.all("//figure")) {
      assertThat(picture.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
      assertThat(picture.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
    }
    assertThat(page.all("//figure")).hasSameSizeAs(page.all("//table"));
  }

  private static long customers(JsonPath grid, BiPredicate<Integer, Integer> whom) {
    long customers = 0;
    for (int i = 0; i < grid.getList("cells").size(); i++) {
      String cell = "cells[" + i + "].";
      if (whom.test(grid.getInt(cell + "r"), grid.getInt(cell + "fm"))) {
        customers += grid.getLong(cell + "customers");
      }
    }
    return customers;
  }

  private static long actions(Page page, String title) {
    List<String> found =
        page.exact("//ol[@class='actions']/li[h3='" + title + "']/p[@class='stake']");
    return found.isEmpty() ? 0 : Long.parseLong(found.getFirst());
  }

  private static BigDecimal sum(Page page, String path) {
    return page.all(path).stream()
        .map(data -> new BigDecimal(data.getAttribute("value")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Shop shop() {
    return new Shop(tenant);
  }

  private JsonPath grid(String query) {
    return shop().get("/v1/rfm/grid" + query);
  }

  private Page page(String query) {
    return shop().page(query);
  }

  private ValidatableResponse get(String path) {
    return shop().ask(path);
  }
}
