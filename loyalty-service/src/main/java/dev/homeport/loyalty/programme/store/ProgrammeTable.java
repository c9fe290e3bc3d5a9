package dev.homeport.loyalty.programme.store;

import dev.homeport.loyalty.programme.Programmes;
import dev.homeport.loyalty.programme.Stage;
import dev.homeport.loyalty.programme.StoredProgramme;
import dev.homeport.loyalty.programme.StoredVersion;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Programmes and versions in PostgreSQL. */
@ApplicationScoped
class ProgrammeTable implements Programmes {
  private static final String ADD =
      """
      insert into programme (tenant_id, programme_id, key, second_person, created_at)
      values (?, ?, ?, ?, ?)
      on conflict do nothing""";

  private static final String ONE =
      "select * from programme where tenant_id = ? and programme_id = ?";

  private static final String PAGE =
      """
      select * from programme
      where tenant_id = ? and (?::uuid is null or programme_id > ?::uuid)
      order by programme_id limit ?""";

  private static final String END =
      """
      update programme set ends_at = ?, version = version + 1
      where tenant_id = ? and programme_id = ?""";

  private static final String ADD_VERSION =
      """
      insert into programme_version (tenant_id, programme_id, number, state, document)
      select b.tenant_id, b.programme_id, coalesce(max(v.number), 0) + 1, 'draft', b.document
      from (select ?::uuid as tenant_id, ?::uuid as programme_id, ?::jsonb as document) b
      left join programme_version v using (tenant_id, programme_id)
      group by b.tenant_id, b.programme_id, b.document
      returning number""";

  /** What ends a version: the next one to start, or the programme. */
  private static final String VERSIONS =
      """
      select v.*, least(p.ends_at, (
        select min(n.starts_at) from programme_version n
        where n.tenant_id = v.tenant_id and n.programme_id = v.programme_id and n.state = 'approved'
          and (n.starts_at, n.number) > (v.starts_at, v.number))) as ends_at
      from programme_version v join programme p using (tenant_id, programme_id)
      where v.tenant_id = ? and v.programme_id = ? and %s
      order by v.number desc limit ?""";

  private static final String CHANGE =
      """
      update programme_version set document = ?::jsonb, version = version + 1
      where tenant_id = ? and programme_id = ? and number = ?""";

  private static final String STAGE =
      """
      update programme_version set state = ?, submitted_by = ?, submitted_at = ?,
        approved_by = null, approved_at = null, starts_at = null, time_zone = null,
        version = version + 1
      where tenant_id = ? and programme_id = ? and number = ?""";

  private static final String APPROVE =
      """
      update programme_version set state = 'approved', approved_by = ?, approved_at = ?,
        starts_at = ?, time_zone = ?, version = version + 1
      where tenant_id = ? and programme_id = ? and number = ?""";

  private final Database database;
  private final ApprovedVersions approved;
  private final Jobs jobs;
  private final Clock clock;

  ProgrammeTable(Database database, ApprovedVersions approved, Jobs jobs, Clock clock) {
    this.database = database;
    this.approved = approved;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public Optional<StoredProgramme> add(String key, boolean secondPerson) {
    approved.all(); // the tenant's first programme is there before any other
    UUID id = Ids.next();
    int added =
        database.update(
            ADD, to -> to.tenant().uuid(id).text(key).flag(secondPerson).instant(clock.instant()));
    return added == 1 ? find(id) : Optional.empty();
  }

  @Override
  public Optional<StoredProgramme> find(UUID id) {
    return database.find(ONE, to -> to.tenant().uuid(id), ProgrammeTable::programme);
  }

  @Override
  public Optional<StoredProgramme> lock(UUID id) {
    return database.find(
        ONE + " for update", to -> to.tenant().uuid(id), ProgrammeTable::programme);
  }

  @Override
  public List<StoredProgramme> list(@Nullable UUID after, int limit) {
    approved.all();
    return database.list(
        PAGE, to -> to.tenant().uuid(after).uuid(after).number(limit), ProgrammeTable::programme);
  }

  @Override
  public void end(UUID id, Instant at) {
    database.update(END, to -> to.instant(at).tenant().uuid(id));
  }

  @Override
  public int addVersion(UUID programmeId, String document) {
    return database
        .list(
            ADD_VERSION,
            to -> to.tenant().uuid(programmeId).text(document),
            row -> row.getInt("number"))
        .getFirst();
  }

  @Override
  public Optional<StoredVersion> version(UUID programmeId, int number) {
    return database.find(
        VERSIONS.formatted("v.number = ?"),
        to -> to.tenant().uuid(programmeId).number(number).number(1),
        ProgrammeTable::version);
  }

  @Override
  public List<StoredVersion> versions(UUID programmeId, @Nullable Integer before, int limit) {
    return database.list(
        VERSIONS.formatted("v.number < ?"),
        to ->
            to.tenant()
                .uuid(programmeId)
                .number(before == null ? Integer.MAX_VALUE : before)
                .number(limit),
        ProgrammeTable::version);
  }

  @Override
  public void change(UUID programmeId, int number, String document) {
    database.update(CHANGE, to -> to.text(document).tenant().uuid(programmeId).number(number));
  }

  @Override
  public void stage(UUID programmeId, int number, Stage stage) {
    switch (stage) {
      case Stage.Draft _ -> stage(programmeId, number, "draft", null, null);
      case Stage.InReview(String by, Instant at) -> stage(programmeId, number, "in-review", by, at);
      case Stage.Scheduled _, Stage.Active _, Stage.Retired _ ->
          throw new IllegalArgumentException("An approval says more than that it is there");
    }
  }

  private void stage(
      UUID programmeId,
      int number,
      String state,
      @Nullable String submittedBy,
      @Nullable Instant submittedAt) {
    database.update(
        STAGE,
        to ->
            to.text(state)
                .text(submittedBy)
                .instant(submittedAt)
                .tenant()
                .uuid(programmeId)
                .number(number));
  }

  @Override
  public void approve(UUID programmeId, int number, Stage.Approval approval, ZoneId zone) {
    database.update(
        APPROVE,
        to ->
            to.text(approval.approvedBy())
                .instant(approval.approvedAt())
                .instant(approval.startsAt())
                .text(zone.getId())
                .tenant()
                .uuid(programmeId)
                .number(number));
  }

  @Override
  public String rateAgain(StoredProgramme programme, int number, Instant from) {
    return jobs.submit(
            RatingAgain.KIND,
            new RatingAgain.Parameters(programme.id(), programme.key(), number, from))
        .id();
  }

  private static StoredProgramme programme(ResultSet row) throws SQLException {
    return new StoredProgramme(
        row.getObject("programme_id", UUID.class),
        row.getString("key"),
        row.getBoolean("second_person"),
        instant(row, "ends_at"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("version"));
  }

  private static StoredVersion version(ResultSet row) throws SQLException {
    String submittedBy = row.getString("submitted_by");
    Instant submittedAt = instant(row, "submitted_at");
    Instant startsAt = instant(row, "starts_at");
    String zone = row.getString("time_zone");
    Instant approvedAt = instant(row, "approved_at");
    String submitter = submittedBy == null ? "" : submittedBy;
    return new StoredVersion(
        row.getObject("programme_id", UUID.class),
        row.getInt("number"),
        row.getString("document"),
        submittedAt == null ? null : new Stage.InReview(submitter, submittedAt),
        startsAt == null || approvedAt == null
            ? null
            : new Stage.Approval(submitter, row.getString("approved_by"), approvedAt, startsAt),
        zone == null ? null : ZoneId.of(zone),
        startsAt == null ? null : instant(row, "ends_at"),
        row.getLong("version"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
