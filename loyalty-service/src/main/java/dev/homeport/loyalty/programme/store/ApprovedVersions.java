package dev.homeport.loyalty.programme.store;

import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.job.Jobs;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The approved versions of the tenant at hand. What stands is read each time, in the caller's
 * transaction; documents are read and understood once.
 */
@ApplicationScoped
class ApprovedVersions implements RunningProgrammes {
  private static final String APPROVED =
      """
      select p.programme_id, p.key, p.ends_at, v.number, v.starts_at, v.time_zone, v.version, (
        select json_object_agg(e.rule, e.ended_at) from rule_end e
        where e.tenant_id = p.tenant_id and e.programme = p.key) as rule_ends
      from programme p join programme_version v using (tenant_id, programme_id)
      where p.tenant_id = ? and v.state = 'approved'
      order by p.created_at, p.programme_id, v.number""";

  private static final String DOCUMENT =
      """
      select document from programme_version
      where tenant_id = ? and programme_id = ? and number = ?""";

  private static final String ANY_RATING = "select 1 from rating where tenant_id = ? limit 1";

  private static final String ADD_PROGRAMME =
      """
      insert into programme (tenant_id, programme_id, key, created_at) values (?, ?, ?, ?)
      on conflict do nothing""";

  private static final String ADD_VERSION =
      """
      insert into programme_version (tenant_id, programme_id, number, state, document, time_zone,
        starts_at, submitted_by, submitted_at, approved_by, approved_at)
      select b.tenant_id, b.programme_id, 1, 'approved', b.document, b.time_zone, b.starts_at,
        'homeport', b.now, 'homeport', b.now
      from (select ?::uuid as tenant_id, ?::uuid as programme_id, ?::jsonb as document,
        ?::text as time_zone, ?::timestamptz as starts_at, ?::timestamptz as now) b""";

  private final Database database;
  private final CurrentTenant tenant;
  private final Clock clock;
  private final Jobs jobs;
  private final ConcurrentMap<UUID, Known> known = new ConcurrentHashMap<>();

  ApprovedVersions(Database database, CurrentTenant tenant, Clock clock, Jobs jobs) {
    this.database = database;
    this.tenant = tenant;
    this.clock = clock;
    this.jobs = jobs;
  }

  @Override
  public List<Versions> all() {
    List<Row> rows = rows();
    if (rows.isEmpty()) {
      begin();
      rows = rows();
    }
    UUID owner = tenant.id();
    Known before = known.get(owner);
    if (before != null && before.rows().equals(rows)) {
      return before.versions();
    }
    var now = new Known(rows, understand(rows));
    known.put(owner, now);
    return now.versions();
  }

  private List<Row> rows() {
    return database.list(APPROVED, Parameters::tenant, Row::read);
  }

  /** Every tenant has a programme from the beginning. */
  private void begin() {
    UUID id = Ids.next();
    Instant now = clock.instant();
    String key = StarterProgramme.document().key();
    if (database.update(ADD_PROGRAMME, to -> to.tenant().uuid(id).text(key).instant(now)) == 1) {
      database.update(
          ADD_VERSION,
          to ->
              to.tenant()
                  .uuid(id)
                  .text(StarterProgramme.json())
                  .text(tenant.settings().timeZone().getId())
                  .instant(StarterProgramme.START)
                  .instant(now));
      rateWhatIsThere(id, key);
    }
  }

  /** A ledger from before programmes were documents is rated by the document from now on. */
  private void rateWhatIsThere(UUID programmeId, String key) {
    boolean there =
        database.find(ANY_RATING, Parameters::tenant, row -> row.getLong(1)).isPresent();
    if (there) {
      jobs.submit(
          RatingAgain.KIND,
          new RatingAgain.Parameters(programmeId, key, 1, StarterProgramme.START));
    }
  }

  private List<Versions> understand(List<Row> rows) {
    var byProgramme = new LinkedHashMap<UUID, List<Row>>();
    rows.forEach(
        row -> byProgramme.computeIfAbsent(row.programmeId(), _ -> new ArrayList<>()).add(row));
    return byProgramme.values().stream().map(this::programme).toList();
  }

  private Versions programme(List<Row> rows) {
    return new Versions(
        rows.getFirst().key(), rows.stream().map(this::version).toList(), rows.getFirst().endsAt());
  }

  private ProgrammeVersion version(Row row) {
    String document =
        database
            .find(
                DOCUMENT,
                to -> to.tenant().uuid(row.programmeId()).number(row.number()),
                found -> found.getString("document"))
            .orElseThrow();
    return new ProgrammeVersion(
        row.number(), row.startsAt(), row.zone(), DocumentText.sound(document), row.ruleEnds());
  }

  private record Known(List<Row> rows, List<Versions> versions) {}

  /** What tells an approved version from another. */
  private record Row(
      UUID programmeId,
      String key,
      @Nullable Instant endsAt,
      int number,
      Instant startsAt,
      ZoneId zone,
      long version,
      Map<String, Instant> ruleEnds) {

    static Row read(ResultSet row) throws SQLException {
      OffsetDateTime end = row.getObject("ends_at", OffsetDateTime.class);
      return new Row(
          row.getObject("programme_id", UUID.class),
          row.getString("key"),
          end == null ? null : end.toInstant(),
          row.getInt("number"),
          row.getObject("starts_at", OffsetDateTime.class).toInstant(),
          ZoneId.of(row.getString("time_zone")),
          row.getLong("version"),
          ruleEnds(row.getString("rule_ends")));
    }

    private static Map<String, Instant> ruleEnds(@Nullable String json) {
      return json == null ? Map.of() : EventJson.read(json, RuleEnds.class);
    }
  }

  /** When rules ended, by their key. */
  private static final class RuleEnds extends TreeMap<String, Instant> {
    private static final long serialVersionUID = 1L;
  }
}
