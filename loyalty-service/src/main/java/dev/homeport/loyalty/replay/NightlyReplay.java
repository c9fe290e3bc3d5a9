package dev.homeport.loyalty.replay;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.due.DueWork;
import dev.homeport.platform.job.Jobs;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Compares every ledger with its journal once a night, in the small hours where the tenant is, so
 * that drift shows without anybody asking. Nights that were missed are not made up for.
 */
@ApplicationScoped
class NightlyReplay implements DueWork {
  private static final LocalTime HOUR = LocalTime.of(3, 0);

  private static final String LAST = "select night from nightly_replay where tenant_id = ?";

  private static final String ANYBODY = "select 1 from identity where tenant_id = ? limit 1";

  private static final String KEEP =
      """
      insert into nightly_replay (tenant_id, night) values (?, ?)
      on conflict (tenant_id) do update set night = excluded.night""";

  private final Database database;
  private final CurrentTenant tenant;
  private final Jobs jobs;

  NightlyReplay(Database database, CurrentTenant tenant, Jobs jobs) {
    this.database = database;
    this.tenant = tenant;
    this.jobs = jobs;
  }

  @Override
  public Optional<Instant> next(Instant horizon) {
    Instant night = night(horizon);
    Optional<Instant> last = last();
    boolean due = last.isPresent() ? last.get().isBefore(night) : anybody();
    return due ? Optional.of(night) : Optional.empty();
  }

  /** The first night of a tenant has nothing to look back on. */
  @Override
  public void run(Instant horizon) {
    if (last().isPresent()) {
      jobs.submit(ReplayJob.KIND, null);
    }
    database.update(KEEP, to -> to.tenant().instant(night(horizon)));
  }

  /** The last one up to a moment. */
  private Instant night(Instant moment) {
    ZonedDateTime there = moment.atZone(tenant.settings().timeZone());
    ZonedDateTime today = there.with(HOUR);
    return (today.isAfter(there) ? today.minusDays(1) : today).toInstant();
  }

  private Optional<Instant> last() {
    return database.find(
        LAST, Parameters::tenant, row -> row.getObject(1, OffsetDateTime.class).toInstant());
  }

  private boolean anybody() {
    return database.find(ANYBODY, Parameters::tenant, row -> row.getLong(1)).isPresent();
  }
}
