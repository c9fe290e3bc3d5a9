package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Schemes;
import dev.homeport.analytics.rfm.Touch;
import dev.homeport.platform.due.DueWork;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lets orders that have become too old leave the windows of scorings, day by day. */
@ApplicationScoped
class WindowTurn implements DueWork {
  private final Schemes schemes;
  private final ScoreTable scores;
  private final Scorer scorer;
  private final Turns turns;
  private final CurrentTenant tenant;

  WindowTurn(Schemes schemes, ScoreTable scores, Scorer scorer, Turns turns, CurrentTenant tenant) {
    this.schemes = schemes;
    this.scores = scores;
    this.scorer = scorer;
    this.turns = turns;
    this.tenant = tenant;
  }

  @Override
  public Optional<Instant> next(Instant horizon) {
    return day().map(this::start).filter(at -> !at.isAfter(horizon));
  }

  @Override
  public void run(Instant horizon) {
    turns.scores();
    day()
        .filter(day -> !start(day).isAfter(horizon))
        .ifPresent(day -> windowed().forEach(scheme -> turn(scheme, day)));
  }

  private void turn(Scheme scheme, LocalDate day) {
    Map<UUID, Touch> touched = new HashMap<>();
    scores
        .leaving(scheme.scoring().key(), day)
        .forEach(customer -> touched.put(customer, Touch.DAY));
    if (!touched.isEmpty()) {
      scorer.score(List.of(scheme), new Work(touched, Optional.of(day), start(day), false));
    }
  }

  /** The first day on which something leaves. */
  private Optional<LocalDate> day() {
    return windowed().stream()
        .flatMap(scheme -> scores.nextDay(scheme.scoring().key()).stream())
        .min(Comparator.naturalOrder());
  }

  private List<Scheme> windowed() {
    return schemes.all().stream()
        .filter(scheme -> scheme.scoring().windowDays().isPresent())
        .toList();
  }

  private Instant start(LocalDate day) {
    ZoneId zone = tenant.settings().timeZone();
    return day.atStartOfDay(zone).toInstant();
  }
}
