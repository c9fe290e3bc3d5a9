package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Reason;
import dev.homeport.analytics.rfm.Roster;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.ScoreChange;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.analytics.rfm.Settled;
import dev.homeport.analytics.rfm.Touch;
import dev.homeport.analytics.rfm.store.CutPointTable.Look;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.time.Revision;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Scores all customers of one scoring again, writes and announces what is different, in the
 * caller's transaction. Whoever calls has the tenant's {@linkplain Turns#scores turn}.
 */
@ApplicationScoped
class Refresh {
  private final MeasureTable measures;
  private final ScoreTable scores;
  private final CutPointTable cutPoints;
  private final Rosters rosters;
  private final Announcements announcements;
  private final CurrentTenant tenant;
  private final RfmConfig config;
  private final Clock clock;
  private final Timer timer;

  Refresh(
      MeasureTable measures,
      ScoreTable scores,
      CutPointTable cutPoints,
      Rosters rosters,
      Announcements announcements,
      CurrentTenant tenant,
      RfmConfig config,
      Clock clock,
      MeterRegistry metrics) {
    this.measures = measures;
    this.scores = scores;
    this.cutPoints = cutPoints;
    this.rosters = rosters;
    this.announcements = announcements;
    this.tenant = tenant;
    this.config = config;
    this.clock = clock;
    this.timer =
        Timer.builder("homeport_rfm_refresh")
            .description("Time to score all customers of a scoring and write what is different")
            .register(metrics);
  }

  /**
   * What was done.
   *
   * @param customers of whom something was written
   * @param left whether there is more to write
   */
  record Done(Set<UUID> customers, boolean left) {
    static final Done NOTHING = new Done(Set.of(), false);
  }

  /** Looks at everybody, unless there is no reason to. */
  Done run(Scheme scheme, Work work) {
    Optional<Look> last = cutPoints.look(scheme.scoring().key());
    boolean settings = last.isEmpty() || !last.get().fingerprint().equals(scheme.fingerprint());
    boolean behind = last.flatMap(Look::behind).isPresent();
    if (work.touched().isEmpty() && !settings && !behind && !work.anew()) {
      return Done.NOTHING;
    }
    return timer.record(() -> look(scheme, work, last, settings, behind));
  }

  private Done look(
      Scheme scheme, Work work, Optional<Look> last, boolean settings, boolean behind) {
    String key = scheme.scoring().key();
    LocalDate day = work.day().orElseGet(() -> day(scheme.scoring(), last));
    boolean anew = settings || work.anew();
    Roster roster =
        last.filter(_ -> !anew)
            .flatMap(look -> rosters.take(tenant.id(), key, look.stamp()))
            .map(held -> follow(held, scheme, day, work))
            .orElseGet(() -> load(scheme, day, work, anew || quiet(last)));
    if (!roster.moved() && !anew && !behind && last.isPresent()) {
      cutPoints.pass(key);
      rosters.keep(tenant.id(), key, last.get().stamp(), roster);
      return Done.NOTHING;
    }
    return write(scheme, roster, work, day, last, settings);
  }

  /** What is left of a look after settings were changed comes of that, and not of orders. */
  private static boolean quiet(Optional<Look> last) {
    return last.flatMap(Look::behind).filter(Reason.SETTINGS::equals).isPresent();
  }

  private Done write(
      Scheme scheme,
      Roster roster,
      Work work,
      LocalDate day,
      Optional<Look> last,
      boolean settings) {
    Reason others =
        settings ? Reason.SETTINGS : last.flatMap(Look::behind).orElse(Reason.OTHERS_MOVED);
    Settled settled = roster.settle(others, config.writtenAtOnce());
    String key = scheme.scoring().key();
    long revision = Revision.next(last.map(Look::revision).orElse(Revision.NONE), clock);
    UUID stamp = UUID.randomUUID();
    scores.write(key, settled.changes(), work.at(), revision);
    announcements.tell(scheme, settled.changes(), work.at(), revision);
    cutPoints.write(
        scheme,
        settled,
        new Look(
            0,
            scheme.fingerprint(),
            stamp,
            day,
            revision,
            settled.left() > 0 ? Optional.of(others) : Optional.empty()),
        clock.instant());
    rosters.keep(tenant.id(), key, stamp, roster);
    var customers = new HashSet<UUID>();
    settled.changes().stream().map(ScoreChange::customer).forEach(customers::add);
    return new Done(customers, settled.left() > 0);
  }

  /** While something too old is still counted, everything is counted as of that day. */
  private LocalDate day(Scoring scoring, Optional<Look> last) {
    LocalDate today = measures.today();
    if (scoring.windowDays().isEmpty() || last.isEmpty()) {
      return today;
    }
    boolean overdue =
        scores.nextDay(scoring.key()).filter(next -> !next.isAfter(today)).isPresent();
    return overdue ? last.get().day() : today;
  }

  private Roster follow(Roster roster, Scheme scheme, LocalDate day, Work work) {
    var missing = new HashSet<>(work.touched().keySet());
    if (!missing.isEmpty()) {
      int window = scheme.scoring().windowDays().orElse(0);
      measures.now(
          scheme.scoring(),
          day,
          work.touched().keySet(),
          one -> {
            missing.remove(one.customer());
            put(roster, one, window, touch(work, one.customer(), false));
          });
      missing.forEach(customer -> roster.gone(customer, touch(work, customer, false)));
    }
    return roster;
  }

  /** What was written first, then what is so now: the difference is what is to be written. */
  private Roster load(Scheme scheme, LocalDate day, Work work, boolean anew) {
    var roster = new Roster(scheme);
    scores.readInto(roster, scheme.scoring().key());
    var told = new BitSet();
    int window = scheme.scoring().windowDays().orElse(0);
    measures.now(
        scheme.scoring(),
        day,
        one -> {
          put(roster, one, window, touch(work, one.customer(), anew));
          told.set(roster.row(one.customer()));
        });
    roster.goneBut(told, customer -> touch(work, customer, anew));
    return roster;
  }

  private static void put(Roster roster, Measured one, int window, Touch touch) {
    roster.put(
        one.customer(), one.day(), one.frequency(), one.monetary(), one.leavesOn(window), touch);
  }

  private static Touch touch(Work work, UUID customer, boolean anew) {
    return work.touched().getOrDefault(customer, anew ? Touch.DERIVATION : Touch.EVENT);
  }
}
