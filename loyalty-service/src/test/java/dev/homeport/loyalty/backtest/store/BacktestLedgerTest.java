package dev.homeport.loyalty.backtest.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.loyalty.backtest.MemberJournal;
import dev.homeport.loyalty.backtest.Rows;
import dev.homeport.loyalty.backtest.Scenario;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.OnlineRetail;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.RandomHistory;
import dev.homeport.loyalty.journal.store.FactIntake;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.journal.store.MemberIntake;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.platform.identity.IdentityMapped;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programme as it ran gives the rows of the tables, and leaves them as they are. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class BacktestLedgerTest {
  private static final int BUYERS = 60;
  private static final int BATCH = 500;

  /**
   * All that a backtest may write, what any request leaves behind, and up to when it has been told
   * and compared, which is noted once a minute.
   */
  private static final List<String> OWN =
      List.of(
          "backtest",
          "job",
          "job_error",
          "audit_entry",
          "audit_block",
          "idempotency_key",
          "expiry_notice",
          "nightly_replay",
          "version_turned");

  private static final String ENTRIES =
      """
      select e.identity_id::text || ' ' || t.sequence || ' ' || t.cause_kind || ' ' ||
        case when t.cause_kind in ('expiry', 'opening') then '' else t.cause_id::text end || '/' ||
        t.cause_revision || ' v' || t.programme_version || ' ' ||
        to_char(t.effective_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' ||
        e.account || ' ' || e.points || ' [' || coalesce(l.cause_id || ' ' || l.rule, '') || '] ' ||
        e.explanation
      from entry e join ledger_transaction t using (tenant_id, identity_id, transaction_id)
      left join lot l using (tenant_id, identity_id, lot_id)
      order by 1""";

  private static final String STATES =
      """
      select format(
        'account Totals[earned=%s, clawed=%s, expired=%s, redeemed=%s] '
          || 'Balances[pending=%s, available=%s, held=%s, owed=%s]',
        earned, clawed, expired, redeemed, pending, available, held, owed)
      from account
      union all
      select format('lot %s %s %s %s %s %s %s %s', cause_id, rule, upper(stage), size, used, expired,
        to_char(usable_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        coalesce(to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'null'))
      from lot where size > 0
      union all
      select format('rating %s %s %s %s %s', cause_id, cause_revision, points, programme_version,
        to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
      from rating""";

  @Inject LedgerFixture ledger;
  @Inject MemberIntake identities;
  @Inject FactIntake intake;
  @Inject MemberJournals journals;
  @Inject CurrentTenant tenant;
  @Inject RunningProgrammes programmes;

  private UUID merchant;

  @BeforeEach
  void aMerchant() {
    merchant = TestTenants.create("EUR", "Europe/London");
  }

  @ParameterizedTest
  @ValueSource(strings = {"starter", "expiring", "remembering", "by-rate"})
  void randomHistoriesRowForRow(String programme) {
    switch (programme) {
      case "expiring" ->
          ledger.run(merchant, Programmes.document("50", "{\"type\": \"rolling\", \"months\": 3}"));
      case "remembering" -> ledger.run(merchant, Programmes.REMEMBERING);
      case "by-rate" -> ledger.run(merchant, Programmes.BY_RATE);
      default -> {}
    }
    for (long seed = 0; seed < BUYERS; seed++) {
      var history = new RandomHistory(seed);
      List<Fact> facts = history.disordered();
      ledger.take(merchant, facts.subList(0, facts.size() / 2));
      pass(history.buyer(), seed % 2 == 0 ? "2011-06-01T00:00:00Z" : "2011-09-01T00:00:00Z");
      ledger.take(merchant, facts.subList(facts.size() / 2, facts.size()));
      pass(history.buyer(), "2012-12-01T00:00:00Z");
    }
    compareRows();
  }

  /** Who is one member is taken as it is today: the rows may be others, what they give is not. */
  @ParameterizedTest
  @ValueSource(strings = {"starter", "remembering"})
  void membersOfSeveralIdentitiesHaveWhatTheyHave(String programme) {
    if (programme.equals("remembering")) {
      ledger.run(merchant, Programmes.REMEMBERING);
    }
    var random = new Random(20261127);
    for (long seed = 0; seed < BUYERS; seed++) {
      var history = new RandomHistory(seed);
      List<Fact> facts = history.disordered();
      ledger.take(merchant, facts.subList(0, facts.size() / 2));
      UUID other = new RandomHistory(seed - seed % 3).buyer();
      long since = Documents.START.plus(Duration.ofHours(random.nextInt(6_000))).getEpochSecond();
      var moved = new IdentityMapped(history.buyer(), other, 2, since * 1_000_000);
      inTransaction(
          () -> {
            identities.take(List.of(moved));
            return null;
          });
      ledger.take(merchant, facts.subList(facts.size() / 2, facts.size()));
      pass(history.buyer(), "2012-12-01T00:00:00Z");
    }
    await().atMost(Duration.ofSeconds(60)).untilAsserted(this::sameStates);
  }

  private void sameStates() {
    var scenario =
        inTransaction(
            () -> Scenario.asItRan(programmes.main(), Instant.EPOCH, null, Instant.now()));
    List<MemberJournal> members = all();
    assertThat(members).hasSize(BUYERS / 3);
    var given = new ArrayList<String>();
    members.forEach(member -> given.addAll(Rows.of(member, scenario).states()));
    assertThat(given.stream().sorted())
        .hasSizeGreaterThan(2 * BUYERS)
        .isEqualTo(ledger.texts(merchant, STATES).stream().sorted().toList());
  }

  @Test
  void aRealYearRowForRow() {
    List<Fact> facts = OnlineRetail.facts();
    for (int from = 0; from < facts.size(); from += BATCH) {
      ledger.take(merchant, facts.subList(from, Math.min(from + BATCH, facts.size())));
    }
    compareRows();

    JsonPath result = backtest("{}");
    assertThat(result.getLong("result.members")).isEqualTo(4_372);
    assertThat(result.getLong("result.tried.total.issued")).isEqualTo(8_902_670);
    assertThat(result.getLong("result.tried.total.clawedBack")).isEqualTo(609_431);
    assertThat(result.getLong("result.tried.total.overdrawn"))
        .isEqualTo(
            ledger.number(
                merchant, "select -sum(available + owed) from account where available + owed < 0"));
    assertThat(result.getList("result.tried.months.month"))
        .startsWith("2010-12", "2011-01")
        .contains("2011-12");
  }

  @Test
  void nothingThatLivesIsTouched() {
    for (long seed = 0; seed < BUYERS; seed++) {
      ledger.take(merchant, new RandomHistory(seed).disordered());
    }
    backtest("{}"); // whatever comes to be by being read is there
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> ledger.number(merchant, "select count(*) from member_change") == 0);
    List<String> before = tables();
    backtest("{}");
    backtest("{\"version\": 1}");
    assertThat(before).hasSizeGreaterThan(15);
    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void whatIsRecordedLaterHasNoPartInIt() {
    ledger.take(merchant, new RandomHistory(1).inOrder());
    Instant known = Instant.now();
    ledger.take(merchant, new RandomHistory(2).inOrder());
    List<MemberJournal> members =
        inTransaction(() -> journals.read(journals.next(null, 10), known));
    assertThat(members).hasSize(2);
    assertThat(members.stream().filter(member -> member.length() > 0))
        .singleElement()
        .extracting(MemberJournal::customerId)
        .isEqualTo(new RandomHistory(1).buyer());
  }

  @Test
  void membersAreReadInPagesWithoutEverBeingCut() {
    for (long seed = 0; seed < 9; seed++) {
      ledger.take(merchant, new RandomHistory(seed).inOrder());
    }
    ledger.execute(
        merchant,
        "update identity set customer_id = '"
            + new UUID(0, 7)
            + "' where identity_id < '"
            + new UUID(5, 0)
            + "'");
    var seen = new ArrayList<UUID>();
    UUID after = null;
    for (List<MemberJournals.Group> page = page(after); !page.isEmpty(); page = page(after)) {
      page.forEach(group -> seen.addAll(group.identities()));
      after = page.getLast().customerId();
    }
    assertThat(seen).hasSize(9).doesNotHaveDuplicates();
  }

  private List<MemberJournals.Group> page(UUID after) {
    return inTransaction(() -> journals.next(after, 2));
  }

  /** What expires on its own meanwhile is seen at the next look. */
  private void compareRows() {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(this::sameRows);
  }

  private void sameRows() {
    var given = new ArrayList<String>();
    var scenario =
        inTransaction(
            () -> Scenario.asItRan(programmes.main(), Instant.EPOCH, null, Instant.now()));
    for (MemberJournal member : all()) {
      for (Rows.At entry : Rows.of(member, scenario).entries()) {
        given.add(member.customerId() + " " + entry.text());
      }
    }
    assertThat(given.stream().map(BacktestLedgerTest::plain).sorted())
        .hasSizeGreaterThan(BUYERS)
        .isEqualTo(
            ledger.texts(merchant, ENTRIES).stream()
                .map(BacktestLedgerTest::plain)
                .sorted()
                .toList());
  }

  /** Moments have as many digits as they need here, and six there. */
  private static String plain(String row) {
    return row.replace("+", "").replace(".000000Z", "Z");
  }

  private List<MemberJournal> all() {
    return inTransaction(
        () -> journals.read(journals.next(null, 10_000), Instant.now().plusSeconds(60)));
  }

  private void pass(UUID buyer, String moment) {
    inTransaction(
        () -> {
          intake.pass(List.of(new Event.Expiry(UUID.randomUUID(), buyer, Instant.parse(moment))));
          return null;
        });
  }

  private <T> T inTransaction(Callable<T> work) {
    return tenant.call(merchant, () -> QuarkusTransaction.requiringNew().call(work));
  }

  /** Every table of the service, with the hash of what it holds and when each row was written. */
  private List<String> tables() {
    List<String> names =
        ledger.texts(
            merchant,
            """
            select relname from pg_policy join pg_class on pg_class.oid = polrelid
            where polname = 'tenant' and has_table_privilege(pg_class.oid, 'select')
            order by relname""");
    return names.stream()
        .filter(name -> !OWN.contains(name))
        .map(
            name ->
                name
                    + " "
                    + ledger
                        .texts(
                            merchant,
                            "select count(*) || md5(coalesce(string_agg(t::text || t.xmin, '' order"
                                + " by t::text), '')) from "
                                + name
                                + " t")
                        .getFirst())
        .toList();
  }

  private JsonPath backtest(String body) {
    String token = TestTokens.token(merchant, "loyalty:read loyalty:write");
    String programme = given().auth().oauth2(token).get("/v1/programmes").path("items[0].id");
    String path = "/v1/programmes/" + programme + "/backtests";
    String job =
        given()
            .auth()
            .oauth2(token)
            .contentType(ContentType.JSON)
            .body(body)
            .post(path)
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    String at = "/v1/loyalty-service/jobs/" + job;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> given().auth().oauth2(token).get(at).jsonPath().getString("status"),
            status -> !List.of("queued", "running").contains(status));
    JsonPath done = given().auth().oauth2(token).get(at).jsonPath();
    assertThat(done.getString("status")).as(done.prettify()).isEqualTo("succeeded");
    assertThat(done.getLong("processed")).isEqualTo(done.getLong("total"));
    return given()
        .auth()
        .oauth2(token)
        .get(path + "/" + done.getString("result.backtestId"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
