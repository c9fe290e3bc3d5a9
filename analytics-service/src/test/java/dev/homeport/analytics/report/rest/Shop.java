package dev.homeport.analytics.report.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.homeport.analytics.Books;
import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Origin;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import dev.homeport.platform.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merchant whose customers buy as people do: most of them little, a few of them much. */
record Shop(UUID tenant) {
  private static final Instant OPENED = Instant.parse("2025-03-01T10:00:00Z");
  private static final int DAYS = 365;
  private static final long SEED = 20260302;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<Attribution> WAYS =
      List.of(
          from("google", "cpc", null, null),
          from("instagram", "social", null, null),
          from(null, null, "blog-7", null),
          from(null, null, null, "FRIEND-1"),
          Attribution.NONE,
          Attribution.NONE);

  /** A year of orders up to 1 March 2026, the same for the same seed. */
  static List<Fact> history(int customers, double typicalAmount, int decimals) {
    return history(OPENED, customers, typicalAmount, decimals);
  }

  /** A year of orders up to today. */
  static List<Fact> present(int customers, double typicalAmount) {
    return history(Instant.now().minus(Duration.ofDays(DAYS)), customers, typicalAmount, 2);
  }

  private static List<Fact> history(
      Instant opened, int customers, double typicalAmount, int decimals) {
    var random = new Random(SEED);
    var orders = new ArrayList<Fact>();
    for (int customer = 0; customer < customers; customer++) {
      UUID identity = new UUID(random.nextLong(), random.nextLong());
      var origin = new Origin("shop-de", "DE", "DE", WAYS.get(random.nextInt(WAYS.size())));
      double liveliness = Math.exp(random.nextGaussian());
      double amount = typicalAmount * Math.exp(0.8 * random.nextGaussian());
      int first = random.nextInt(DAYS);
      int last = first + (int) (random.nextDouble() * (DAYS - first));
      int count = 1 + (int) (liveliness * (last - first) / 60);
      for (int i = 0; i < count; i++) {
        int day = count == 1 ? first : first + (last - first) * i / (count - 1);
        BigDecimal total =
            BigDecimal.valueOf(amount * (0.5 + random.nextDouble()))
                .setScale(decimals, RoundingMode.HALF_UP);
        Instant at = opened.plus(Duration.ofDays(day)).minusSeconds(random.nextInt(30_000));
        orders.add(Books.order(identity, at, total.toPlainString(), origin, List.of()));
      }
    }
    return orders;
  }

  /** Takes orders, and waits until the present picture holds so many customers. */
  void open(Books books, List<Fact> orders, long customers) {
    books.record(tenant, orders);
    await()
        .atMost(SOON)
        .until(() -> get("/v1/rfm/grid").getLong("customers"), found -> found == customers);
  }

  /** Says what was spent, each month of the year up to today. */
  void spend(String channel, String monthly) {
    YearMonth month = YearMonth.now(ZoneId.of("Europe/Berlin"));
    for (int i = 0; i < 12; i++) {
      as().contentType(ContentType.JSON)
          .body(
              """
              {"month": "%s", "channel": "%s", "amount": {"amount": "%s", "currency": "EUR"}}"""
                  .formatted(month.minusMonths(i), channel, monthly))
          .put("/v1/marketing-spend")
          .then()
          .statusCode(200);
    }
  }

  /** Fits a model and brings it into use. */
  void foresee() {
    String job =
        as().contentType(ContentType.JSON)
            .body("{\"kind\": \"bg-nbd\", \"margin\": \"0.4\"}")
            .post("/v1/value-models")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    await()
        .atMost(SOON)
        .until(() -> get(job).getString("status"), status -> status.equals("succeeded"));
    as().post("/v1/value-models/" + get(job).getString("result.modelId") + "/activation")
        .then()
        .statusCode(200);
  }

  /** Makes a segment, and waits until everybody has been looked at. */
  void segment(String key, String name, String expression) {
    as().contentType(ContentType.JSON)
        .body(
            """
            {"kind": "dynamic", "name": "%s", "expression": "%s"}"""
                .formatted(name, expression))
        .put("/v1/segments/" + key)
        .then()
        .statusCode(201);
    await().atMost(SOON).until(() -> get("/v1/segments/" + key).getBoolean("settled"));
  }

  /** Tells how a member stands, as loyalty-service does; no tier or value where it is empty. */
  void member(
      UUID customer,
      String programme,
      long revision,
      long available,
      long pending,
      long held,
      String value,
      String tier) {
    String data =
        """
        {"customerId":"%s","programme":"%s","main":%s,"pending":%d,"available":%d,"held":%d,
         "owed":0,"earned":10,%s%s"at":"2026-11-01T10:00:02Z","revision":%d,"backfill":false}"""
            .formatted(
                customer,
                programme,
                programme.equals("points"),
                pending,
                available,
                held,
                value.isEmpty()
                    ? ""
                    : "\"pointValue\":{\"amount\":\"" + value + "\",\"currency\":\"EUR\"},",
                tier.isEmpty()
                    ? ""
                    : "\"tier\":{\"key\":\"%s\",\"name\":\"%s\",\"level\":%d,\"since\":\"2026-01-01T00:00:00Z\"},"
                        .formatted(
                            tier,
                            tier.substring(0, 1).toUpperCase(Locale.ROOT) + tier.substring(1),
                            tier.equals("gold") ? 2 : 1),
                revision);
    TestEvents.send(
        "homeport.loyalty.v1",
        new Sent(customer.toString(), "dev.homeport.loyalty.member-changed.v1", tenant, data));
  }

  /** Changes the scoring that the report tells of. */
  void score(String body) {
    as().contentType(ContentType.JSON)
        .header("If-Match", "\"1\"")
        .body(body)
        .put("/v1/rfm/scorings/default")
        .then()
        .statusCode(200);
  }

  Page page(String query) {
    return Page.parse(
        ask("/v1/reports/customer-base" + query).statusCode(200).extract().asString());
  }

  /** An answer, with all digits of its numbers. */
  JsonPath get(String path) {
    return JsonPath.from(ask(path).statusCode(200).extract().asString())
        .using(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
  }

  ValidatableResponse ask(String path) {
    return as().get(path).then();
  }

  String token() {
    return TestTokens.token(tenant, "analytics:read analytics:write");
  }

  /** The present day of a shop in Berlin. */
  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Berlin"));
  }

  private RequestSpecification as() {
    return given().auth().oauth2(token());
  }

  private static Attribution from(
      @Nullable String source,
      @Nullable String medium,
      @Nullable String partner,
      @Nullable String referral) {
    return new Attribution(
        Optional.ofNullable(source),
        Optional.ofNullable(medium),
        Optional.empty(),
        Optional.ofNullable(partner),
        Optional.empty(),
        Optional.ofNullable(referral),
        Optional.empty());
  }
}
