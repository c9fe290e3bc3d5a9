package dev.homeport.analytics.report.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.analytics.Books;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each section has the figures that the API of its feature gives for the same day. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class SectionsTest {
  private static final String DAY = "2026-02-14";

  @Inject Books books;
  private Shop shop = new Shop(TestTenants.create());

  @Test
  void moves_cohorts_and_acquisition_are_those_of_the_api_for_a_past_day() {
    shop.open(books, Shop.history(150, 60, 2), 150);
    Page page = shop.page("?asOf=" + DAY);

    moves(page, shop.get("/v1/rfm/migrations?from=2026-01-15&to=" + DAY));
    JsonPath repeats = shop.get("/v1/repeat-purchases?days=365&asOf=" + DAY);
    cohorts(page, shop.get("/v1/cohorts?from=2025-03-01&periods=12&asOf=" + DAY), repeats);
    JsonPath revenue = shop.get("/v1/acquisition/revenue?from=2025-03&to=2026-02");
    // The last month is there up to that day, which the API has no word for.
    months(page, revenue, 11);
    assertThat(page.texts("//table[@aria-labelledby='acquisition-channels-heading']/thead//th"))
        .as("columns while no cost is known")
        .containsExactly("Channel", "Won", "Brought each");
    assertThat(page.texts("//section[@id='value']")).isEmpty();
  }

  @Test
  void costs_and_values_are_those_of_the_api_for_now() {
    shop.open(books, Shop.present(150, 60), 150);
    shop.spend("Paid search", "300");
    shop.spend("Fairs", "80");
    shop.foresee();

    Page page = shop.page("");

    String from = "from=" + YearMonth.from(Shop.today()).minusMonths(11);
    channels(page, shop.get("/v1/acquisition?limit=8&" + from));
    JsonPath revenue = shop.get("/v1/acquisition/revenue?" + from);
    months(page, revenue, revenue.getList("months").size());
    values(page, shop.get("/v1/value/summary"));
    assertThat(page.texts("//section[@id='value']/p[@class='lead']").getFirst())
        .contains("margin 40.0% of net");
  }

  @Test
  void segments_are_as_large_as_their_own_api_says() {
    shop.open(books, Shop.present(60, 60), 60);
    shop.segment("loyal", "Those who came & came again", "orders.count > 1");
    shop.segment("rich", "Big baskets", "orders.net > 100");
    shop.segment("nobody", "Nobody", "orders.net > 1e12");

    long repeaters = shop.get("/v1/repeat-purchases").getLong("repeaters");
    assertThat(repeaters).isPositive();
    // Members follow a moment after the customers.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> shop.get("/v1/segments/loyal").getLong("size") == repeaters);
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> segments(shop.page("")));
    assertThat(shop.page("?asOf=" + DAY).all("//section[@id='segments']")).isEmpty();
  }

  @Test
  void points_are_those_that_were_told_last() {
    shop.open(books, Shop.present(30, 60), 30);
    assertThat(shop.page("").all("//section[@id='points']")).isEmpty();

    UUID rich = UUID.randomUUID();
    shop.member(rich, "points", 2, 100, 20, 5, "0.02", "gold");
    shop.member(rich, "points", 1, 7_000, 0, 0, "0.02", "silver");
    shop.member(UUID.randomUUID(), "points", 1, -40, 0, 0, "0.02", "silver");
    shop.member(UUID.randomUUID(), "points", 1, 30, 0, 0, "0.02", "");
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> outstanding(shop.page("")));

    Page page = shop.page("");
    assertThat(page.texts(page.table("points-tiers") + "/th"))
        .containsExactly("Gold", "Silver", "No tier");
    same(page.exact(page.table("points-tiers") + "/td"), List.of("1", "1", "1"));
    same(
        page.exact("//dl[@class='headlines']/div[dt='Points outstanding']/dd").subList(0, 1),
        List.of("3.1"));

    shop.member(rich, "extra", 1, 11, 0, 0, "", "");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> shop.page("").texts("//section[@id='points']//tbody/tr/th").contains("extra"));
    Page both = shop.page("");
    assertThat(both.texts("//section[@id='points']/p[@class='lead']").getLast())
        .startsWith("This is in points");
    assertThat(both.all("//dl[@class='headlines']/div[dt='Points outstanding']")).isEmpty();
    assertThat(shop.page("?asOf=" + DAY).all("//section[@id='points']")).isEmpty();
  }

  private static void outstanding(Page page) {
    same(
        page.exact(page.table("points-outstanding") + "[th='points']/td"),
        List.of("130", "20", "5", "155", "2", "3.1"));
  }

  @Test
  void many_buckets_and_groups_make_a_page_too() {
    shop.open(books, Shop.history(80, 60, 2), 80);
    shop.score("{\"name\": \"Default\", \"grid\": \"code125\", \"windowDays\": 90}");

    Page page = shop.page("?asOf=" + DAY);

    assertThat(page.texts("//section[@id='groups']/p[@class='lead']").getLast())
        .isEqualTo("Only orders of the last 90\u00a0days count.");
    assertThat(page.all("//section[@id='moves']")).hasSize(1);
  }

  private static void moves(Page page, JsonPath migrations) {
    long moved = 0;
    List<String> columns =
        page.texts("//table[@aria-labelledby='moves-groups-heading']/thead/tr/th");
    for (String row : page.texts(page.table("moves-groups") + "/th")) {
      List<String> cells = page.texts(page.table("moves-groups") + "[th=\"" + row + "\"]/td");
      for (int i = 0; i < cells.size(); i++) {
        String from = key(migrations, row);
        String to = key(migrations, columns.get(i + 1));
        Integer expected =
            migrations.get(
                "moves.find { it.from == '" + from + "' && it.to == '" + to + "' }?.customers");
        String shown = cells.get(i);
        assertThat(shown).as(from + " " + to).isEqualTo(expected == null ? "–" : "" + expected);
        moved += expected == null ? 0 : expected;
      }
    }
    assertThat(moved).isEqualTo(migrations.getLong("customers"));
    long won =
        migrations.getLong(
            "moves.findAll { it.from == 'not-yet-a-customer' }.customers.sum() ?: 0");
    assertThat(page.exact("//ul[@class='summary']/li[starts-with(., 'Since')]").getFirst())
        .isEqualTo(Long.toString(won));
  }

  private static void cohorts(Page page, JsonPath cohorts, JsonPath repeats) {
    List<Map<String, Object>> rows = cohorts.getList("cohorts");
    assertThat(page.all(page.table("cohorts-triangle"))).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      List<String> expected = new ArrayList<>();
      expected.add(cohorts.getString("cohorts[" + i + "].customers"));
      cohorts
          .<Number>getList("cohorts[" + i + "].periods.rate")
          .forEach(rate -> expected.add(rate.toString()));
      expected.remove(1);
      same(page.exact(page.table("cohorts-triangle") + "[" + (i + 1) + "]"), expected);
    }
    same(
        page.exact("//dl[@class='headlines']/div[dt='Bought again']/dd").subList(0, 1),
        List.of(repeats.getString("repeatRate")));
    List<Object> backBy = repeats.getList("notYetBack.backBy.share");
    List<String> shown = page.exact(page.table("cohorts-back") + "/td");
    assertThat(shown).isNotEmpty();
    same(shown, backBy.stream().map(Object::toString).limit(shown.size()).toList());
  }

  private static void months(Page page, JsonPath revenue, int count) {
    for (int i = 0; i < count; i++) {
      String month = "months[" + i + "].";
      same(
          page.exact(page.table("acquisition-revenue") + "[" + (i + 1) + "]"),
          List.of(
              revenue.getString(month + "customersWon"),
              revenue.getString(month + "customersReturning"),
              revenue.getString(month + "acquiredNet.amount"),
              revenue.getString(month + "retainedNet.amount")));
    }
  }

  private static void channels(Page page, JsonPath acquisition) {
    List<Object> names = acquisition.getList("rows.channel");
    assertThat(names).contains("Paid search", "Fairs", "Direct");
    List<String> all = new ArrayList<>();
    for (int i = 0; i <= names.size(); i++) {
      String of = i < names.size() ? "rows[" + i + "].economics." : "total.";
      List<String> expected = new ArrayList<>();
      for (String figure :
          List.of(
              "customers", "netPerCustomer.amount", "cac.amount", "ltvToCac", "paybackMonths")) {
        String value = acquisition.getString(of + figure);
        if (value != null) {
          expected.add(value);
        }
      }
      same(page.exact(page.table("acquisition-channels") + "[" + (i + 1) + "]"), expected);
      all.addAll(expected);
    }
    assertThat(all).hasSizeGreaterThan(3 * names.size());
  }

  private static void values(Page page, JsonPath summary) {
    same(
        page.exact("//dl[@class='headlines']/div[dt='Still worth']/dd").subList(0, 1),
        List.of(summary.getString("lifetimeValue.total.amount")));
    List<String> quantiles = summary.getList("lifetimeValue.quantiles.amount");
    same(page.exact(page.table("value-lifetime") + "/td"), quantiles.subList(1, 10));
    List<Object> alive = summary.getList("probabilityAlive.customers");
    assertThat(page.exact(page.table("value-alive") + "/td"))
        .containsExactlyElementsOf(alive.stream().map(Object::toString).toList());
  }

  private void segments(Page page) {
    JsonPath all = shop.get("/v1/segments");
    assertThat(page.texts(page.table("segments-sizes") + "/th"))
        .containsExactlyElementsOf(all.getList("items.sort { -it.size }.name"));
    for (String key : all.<String>getList("items.key")) {
      String name = all.getString("items.find { it.key == '" + key + "' }.name");
      JsonPath days = shop.get("/v1/segments/" + key + "/history");
      same(
          page.exact(page.table("segments-sizes") + "[th='" + name + "']/td"),
          List.of(
              all.getString("items.find { it.key == '" + key + "' }.size"),
              Long.toString(sum(days.getList("days.entered"))),
              Long.toString(sum(days.getList("days.left")))));
    }
  }

  private static long sum(List<Number> numbers) {
    return numbers.stream().mapToLong(Number::longValue).sum();
  }

  private static void same(List<String> shown, List<String> expected) {
    assertThat(shown.stream().map(BigDecimal::new).toList())
        .usingElementComparator(Comparator.<BigDecimal>naturalOrder())
        .containsExactlyElementsOf(expected.stream().map(BigDecimal::new).toList());
  }

  private static String key(JsonPath migrations, String name) {
    return migrations.getString("groups.find { it.name == \"" + name + "\" }.key");
  }
}
