package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.contract.GroupChanged;
import dev.homeport.analytics.contract.ScoreTopic;
import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Reason;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.ScoreChange;
import dev.homeport.analytics.rfm.ScoreChange.Scored;
import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.money.Money;
import dev.homeport.platform.outbox.Outbox;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells others of customers who have come into another group. */
@ApplicationScoped
class Announcements {
  private final Outbox outbox;
  private final MeasureTable measures;
  private final CurrentTenant tenant;
  private final RfmConfig config;

  Announcements(Outbox outbox, MeasureTable measures, CurrentTenant tenant, RfmConfig config) {
    this.outbox = outbox;
    this.measures = measures;
    this.tenant = tenant;
    this.config = config;
  }

  /** Tells what was written, in the same transaction. */
  void tell(Scheme scheme, List<ScoreChange> changes, Instant at, long revision) {
    LocalDate news = measures.today().minusDays(config.historyDays());
    boolean history = mostlyHistory(changes, news);
    Currency currency = tenant.settings().reportingCurrency();
    outbox.append(
        changes.stream()
            .filter(ScoreChange::regrouped)
            .map(
                change ->
                    event(
                        changed(
                            scheme, change, currency, at, revision, silent(change, news, history))))
            .toList());
  }

  /** Whether more of the customers who did something did it long ago than just now. */
  private static boolean mostlyHistory(List<ScoreChange> changes, LocalDate news) {
    long own = changes.stream().filter(change -> change.reason() == Reason.OWN_ORDER).count();
    long old = changes.stream().filter(change -> change.historic(news)).count();
    return old * 2 > own;
  }

  private static boolean silent(ScoreChange change, LocalDate news, boolean history) {
    return switch (change.reason()) {
      case SETTINGS -> true;
      case OTHERS_MOVED -> history;
      case OWN_ORDER -> change.historic(news);
      case OWN_RETURN, MERGE, TIME -> false;
    };
  }

  private static OutboundEvent event(GroupChanged data) {
    String customer = data.customerId().toString();
    return OutboundEvent.of(
        ScoreTopic.TOPIC, customer, GroupChanged.TYPE, customer, data.revision(), data);
  }

  private static GroupChanged changed(
      Scheme scheme,
      ScoreChange change,
      Currency currency,
      Instant at,
      long revision,
      boolean backfill) {
    return new GroupChanged(
        change.customer(),
        scheme.scoring().key(),
        change.now().map(Announcements::group).orElse(null),
        before(scheme.grid(), change),
        change.now().map(Announcements::scores).orElse(null),
        change.now().map(scored -> values(scored, currency)).orElse(null),
        change.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        at,
        revision,
        backfill);
  }

  private static GroupChanged.Group group(Scored scored) {
    return new GroupChanged.Group(scored.group().key(), scored.group().name());
  }

  /** One that the grid does not have any more is known by its key alone. */
  private static GroupChanged.@Nullable Group before(Grid grid, ScoreChange change) {
    return change
        .before()
        .map(key -> new GroupChanged.Group(key, grid.name(key).orElse(key)))
        .orElse(null);
  }

  private static GroupChanged.Scores scores(Scored scored) {
    return new GroupChanged.Scores(scored.scores().r(), scored.scores().f(), scored.scores().m());
  }

  private static GroupChanged.Values values(Scored scored, Currency currency) {
    Money monetary = new Money(scored.measures().monetary(), currency);
    return new GroupChanged.Values(
        scored.measures().lastOrderDay(),
        scored.measures().frequency(),
        new GroupChanged.Amount(monetary.amount(), currency.getCurrencyCode()));
  }
}
