package dev.homeport.customer.profile.rest;

import static dev.homeport.customer.testing.Requests.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.testing.Buyers;
import dev.homeport.customer.testing.Requests;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class CustomerImportsTest {
  private static final String IMPORTS = "/v1/customer-imports";
  private static final String BERTA =
      "{\"channel\": \"shop-de\", \"externalId\": \"b-1\", \"name\": {\"full\": \"Berta Dorn\"}}";

  @Inject CurrentTenant currentTenant;

  @Inject
  @DataSource("worker")
  AgroalDataSource worker;

  private final UUID tenant = TestTenants.create();

  @Test
  void aBadLineIsReportedAndStopsNothing() {
    Response job =
        imported(
            BERTA,
            "{\"name\": broken",
            "{\"emails\": [{\"address\": \"no\"}]}",
            "{\"nonsense\": 1}",
            "",
            "{\"channel\": \"shop-de\", \"country\": \"DE\"}",
            "{\"channel\": \"homeport\", \"externalId\": \"1\"}",
            "{\"attributes\": {\"hatSize\": 7}}",
            "{\"tags\": [\"\"]}",
            "null",
            "{\"name\": {\"given\": \"Carla\"}, \"emails\": [{\"address\": \"c@example.com\"}]}");

    job.then()
        .body("status", equalTo("succeeded"))
        .body("kind", equalTo("customer-import"))
        .body("total", equalTo(10))
        .body("processed", equalTo(10))
        .body("succeeded", equalTo(2))
        .body("failed", equalTo(8))
        .body("result.new", equalTo(2))
        .body("result.failed", equalTo(8));
    assertThat(errors(job))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"line\":2", "malformed-json"),
            line -> assertThat(line).contains("\"line\":3", "invalid-email", "/emails/0/address"),
            line -> assertThat(line).contains("\"line\":4", "unknown-field", "/nonsense"),
            line -> assertThat(line).contains("\"line\":6", "invalid-value", "/externalId"),
            line -> assertThat(line).contains("\"line\":7", "reserved-channel", "/channel"),
            line -> assertThat(line).contains("\"line\":8", "unknown-attribute", "/attributes/hat"),
            line -> assertThat(line).contains("\"line\":9", "validation-failed", "/tags/0"),
            line -> assertThat(line).contains("\"line\":10", "invalid-value"));
    ofBuyer("b-1").then().body("displayName", equalTo("Berta Dorn"));
    as(tenant).get("/v1/customers?email=c@example.com").then().body("items", hasSize(1));
    as(tenant)
        .get("/v1/customer-service/audit-entries")
        .then()
        .body("items.action", contains("customer.import"))
        .body("items.resourceId", contains(job.<String>path("id")));
  }

  @Test
  void theSameFileAgainChangesNothing() {
    String lines =
        IntStream.range(0, 600)
            .mapToObj(
                i ->
                    """
                    {"channel": "shop-de", "externalId": "b-%d", "name": {"full": "Buyer %s"},\
                     "phones": [{"number": "030 901820"}], "country": "DE", "tags": ["b", "a"]}"""
                        .formatted(i, (char) ('a' + i % 26)))
            .collect(Collectors.joining("\n"));
    imported(lines).then().body("result.new", equalTo(600));
    String version = ofBuyer("b-7").header("ETag");

    imported(lines)
        .then()
        .body("succeeded", equalTo(0))
        .body("result.new", equalTo(0))
        .body("result.unchanged", equalTo(600));

    assertThat(ofBuyer("b-7").header("ETag")).isEqualTo(version);
    assertThat(identities()).isEqualTo(600);
  }

  @Test
  void onlyWhatALineSaysChanges() {
    declared("{\"code\": \"vip\", \"type\": \"boolean\"}");
    declared("{\"code\": \"note\", \"type\": \"text\"}");
    String buyer = Buyers.arrives(tenant, "shop-de", "b-1", "{\"email\": \"b@example.com\"}");
    imported(
            BERTA,
            """
        {"channel": "shop-de", "externalId": "b-1", "attributes": {"vip": true},\
         "birthday": {"month": 2, "day": 29}}""",
            """
        {"channel": "shop-de", "externalId": "b-1", "attributes": {"note": "x"}, "tags": ["a"],\
         "language": null}""")
        .then()
        .body("result.revised", equalTo(3));

    ofBuyer("b-1")
        .then()
        .body("id", equalTo(buyer))
        .body("name.full", equalTo("Berta Dorn"))
        .body("emails.address", contains("b@example.com"))
        .body("birthday.day", equalTo(29))
        .body("tags", contains("a"))
        .body("attributes.vip", equalTo(true))
        .body("attributes.note", equalTo("x"));
  }

  @Test
  void aBuyerWhoIsNewInAFileIsMadeOnceAndTold() {
    imported(BERTA, BERTA, BERTA.replace("Dorn", "Horn"))
        .then()
        .body("result.new", equalTo(1))
        .body("result.unchanged", equalTo(1))
        .body("result.revised", equalTo(1));

    ofBuyer("b-1").then().body("displayName", equalTo("Berta Horn"));
    String key = Buyers.identity(tenant, "shop-de", "b-1").toString();
    assertThat(TestEvents.receive("homeport.identity.v1", 1, e -> e.key().equals(key))).hasSize(1);
    assertThat(TestEvents.receive("homeport.customer.v1", 1, e -> e.key().equals(key))).hasSize(1);
  }

  @Test
  void whatIsSaidOfAMergedBuyerIsTheSurvivors() {
    Buyers.arrives(tenant, "shop-de", "b-1", "{\"country\": \"DE\"}");
    String survivor = Requests.customer(tenant, "{\"country\": \"ES\"}");
    as(tenant).put("/v1/customers/" + survivor + "/identities/shop-de/b-1").then().statusCode(200);

    imported(BERTA).then().body("result.revised", equalTo(1));

    as(tenant)
        .get("/v1/customers/" + survivor)
        .then()
        .body("name.full", equalTo("Berta Dorn"))
        .body("country", equalTo("ES"));
  }

  @Test
  void whoWasErasedStaysSo() {
    String buyer = Buyers.arrives(tenant, "shop-de", "b-1", "{\"name\": \"Berta Dorn\"}");
    as(tenant)
        .header("Idempotency-Key", UUID.randomUUID())
        .body("{\"kind\": \"erasure\", \"customerId\": \"" + buyer + "\"}")
        .post("/v1/privacy-requests")
        .then()
        .statusCode(201);

    Response job = imported(BERTA, BERTA.replace("b-1", "b-2"));

    job.then().body("result.new", equalTo(1)).body("result.failed", equalTo(1));
    assertThat(errors(job))
        .singleElement()
        .satisfies(
            line -> assertThat(line).contains("\"line\":1", "customer-erased", "/externalId"));
    ofBuyer("b-1").then().body("status", equalTo("erased")).body("name", nullValue());
  }

  @Test
  void csvHasAColumnForEachDeclaredAttribute() {
    declared("{\"code\": \"shoeSize\", \"type\": \"number\"}");
    declared("{\"code\": \"vip\", \"type\": \"boolean\"}");
    declared("{\"code\": \"note\", \"type\": \"text\"}");
    String csv =
        """
        channel,externalId,fullName,email,emailVerified,addressLine1,addressCity,addressCountry,tags,birthMonth,birthDay,birthYear,attributes.shoeSize,attributes.vip,attributes.note
        shop-de,b-1,"Dorn, Berta",b@example.com,TRUE,"Weg 1, Hof",Ulm,DE,new | old|,2,29,1988,42.5,false,"two ""lines""
        of it"
        shop-de,b-2,,,,,,,,,,,large,
        shop-de,b-3,,,,,,,,two,29,,,
        shop-de,b-4,,,maybe,,,,,,,,,
        shop-de,b-5,,,,,,,,,,,,,,more
        shop-de,b-6
        """;

    Response job = csv(csv);

    job.then()
        .body("total", equalTo(6))
        .body("result.new", equalTo(2))
        .body("result.failed", equalTo(4));
    ofBuyer("b-1")
        .then()
        .body("name.full", equalTo("Dorn, Berta"))
        .body("emails.address", contains("b@example.com"))
        .body("emails.verified", contains(true))
        .body("addresses.city", contains("Ulm"))
        .body("tags", contains("new", "old"))
        .body("birthday.month", equalTo(2))
        .body("birthday.year", equalTo(1988))
        .body("attributes.shoeSize", equalTo(42.5f))
        .body("attributes.vip", equalTo(false))
        .body("attributes.note", equalTo("two \"lines\"\nof it"));
    ofBuyer("b-6").then().body("anonymous", equalTo(true)).body("tags", empty());
    assertThat(errors(job))
        .satisfiesExactly(
            line ->
                assertThat(line).contains("\"line\":4", "invalid-attribute", "attributes/shoeSize"),
            line -> assertThat(line).contains("\"line\":5", "/birthday/month"),
            line -> assertThat(line).contains("\"line\":6", "/emails/0/verified"),
            line -> assertThat(line).contains("\"line\":7", "csv-unreadable"));
    csv(csv).then().body("result.unchanged", equalTo(2)).body("result.new", equalTo(0));
  }

  @Test
  void linesAndRowsSayTheSame() {
    imported(CustomerExamples.LINE.replace("\n", " ")).then().body("result.new", equalTo(1));

    csv(CustomerExamples.CSV)
        .then()
        .body("result.revised", equalTo(1))
        .body("result.new", equalTo(1));

    ofBuyer("b-1001")
        .then()
        .body("displayName", equalTo("Änne Müller"))
        .body("phones.number", contains("+4930901820"))
        .body("tags", contains("newsletter", "wholesale"));
    as(tenant).get("/v1/customers?name=garcia").then().body("items", hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel,externalId,colour\nshop-de,1,blue\n",
        "email,attributes.notDeclared\nb@example.com,1\n",
        "email,phone,email\nb@example.com,,b@example.com\n",
        "email\n\"b@example.com\n"
      })
  void csvThatCannotBeReadIsReported(String csv) {
    Response job = csv(csv);
    job.then().body("result.new", equalTo(0)).body("result.failed", equalTo(1));
    assertThat(errors(job)).singleElement().asString().contains("csv-unreadable");
  }

  @Test
  void nobodyIsMadeOfAFileOfAnotherKind() {
    as(tenant).body(BERTA).post(IMPORTS).then().statusCode(415);
    as(tenant, "customers:read")
        .contentType("application/x-ndjson")
        .body(BERTA.getBytes(UTF_8))
        .post(IMPORTS)
        .then()
        .statusCode(403);
    assertThat(identities()).isZero();
  }

  /** What a killed replica leaves: its lease ends, another takes over, and it cannot commit. */
  @ParameterizedTest
  @CsvSource({"checkpoint, 3000", "null, 3000"})
  void anImportThatIsTakenOverMakesEverybodyOnce(String position, int lines) {
    String half = "{\"name\": {\"full\": \"Nobody Known\"}}\n" + BERTA;
    String job =
        submit(
            "application/x-ndjson",
            IntStream.range(0, lines / 2)
                .mapToObj(i -> half.replace("b-1", "b-" + i))
                .collect(Collectors.joining("\n")));
    var asWorker = new Database(worker, currentTenant);
    UUID id = Ids.read("job", job.substring(job.lastIndexOf('/') + 1));
    String steal =
        """
        update job set attempt = attempt + 1, due_at = 'epoch', checkpoint = %s
        where id = ? and status = 'running' and processed > 0 and processed < total"""
            .formatted(position);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> asWorker.update(steal, to -> to.uuid(id)) == 1);

    Response done = ended(job);

    assertThat(identities()).isEqualTo(lines);
    assertThat(asWorker.list("select attempt from job where id = '" + id + "'", r -> r.getInt(1)))
        .containsExactly(3);
    if (position.equals("checkpoint")) {
      done.then().body("result.new", equalTo(lines)).body("processed", equalTo(lines));
    } else {
      assertThat(done.<Integer>path("result.unchanged")).isPositive();
    }
  }

  private Response imported(String... lines) {
    return ended(submit("application/x-ndjson", String.join("\n", lines)));
  }

  private Response csv(String csv) {
    return ended(submit("text/csv", csv));
  }

  private String submit(String type, String body) {
    return as(tenant)
        .contentType(type)
        .body(body.getBytes(UTF_8))
        .post(IMPORTS)
        .then()
        .statusCode(202)
        .extract()
        .header("Location");
  }

  private Response ended(String job) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> as(tenant).get(job).path("finishedAt") != null);
    return as(tenant).get(job);
  }

  private List<String> errors(Response job) {
    return as(tenant).get(job.<String>path("errors.href")).asString().lines().toList();
  }

  private Response ofBuyer(String externalId) {
    return as(tenant).get("/v1/identities/shop-de/" + externalId);
  }

  private void declared(String attribute) {
    as(tenant).body(attribute).post("/v1/customer-attributes").then().statusCode(201);
  }

  private long identities() {
    return currentTenant.call(
        tenant, () -> QuarkusTransaction.requiringNew().call(() -> Identity.count()));
  }
}
