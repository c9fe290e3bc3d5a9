package dev.homeport.loyalty.backtest.store;

import dev.homeport.loyalty.backtest.Backtest;
import dev.homeport.loyalty.backtest.Scenario;
import dev.homeport.loyalty.backtest.Trial;
import dev.homeport.loyalty.programme.Fault;
import dev.homeport.loyalty.programme.ProgrammeDocument;
import dev.homeport.loyalty.programme.ProgrammeReading;
import dev.homeport.loyalty.programme.Programmes;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Stage;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a backtest tries, with the versions that were approved when it was asked for. */
@ApplicationScoped
class Trials {
  private final Programmes programmes;
  private final RunningProgrammes running;
  private final CurrentTenant tenant;

  Trials(Programmes programmes, RunningProgrammes running, CurrentTenant tenant) {
    this.programmes = programmes;
    this.running = running;
    this.tenant = tenant;
  }

  Trial of(BacktestTable.Asked asked) {
    Backtest backtest = asked.backtest();
    Instant now = backtest.createdAt();
    Map<Integer, Instant> approvals = approvals(backtest);
    Versions approved = approved(asked.programme(), approvals);
    ZoneId months = tenant.settings().timeZone();
    String document = asked.document();
    Integer number = backtest.version();
    if (document == null || number == null) {
      Instant first = approvals.values().stream().min(Instant::compareTo).orElse(now);
      return new Trial(
          Scenario.asItRan(approved, first, backtest.to(), now), null, backtest.from(), months);
    }
    Versions tried =
        Scenario.inForce(
            approved,
            number,
            sound(document),
            asked.zone() == null ? months : ZoneId.of(asked.zone()),
            backtest.from());
    return new Trial(
        Scenario.asIf(tried, backtest.to(), now),
        backtest.compare() ? Scenario.asIf(approved, backtest.to(), now) : null,
        backtest.from(),
        months);
  }

  /** When each version was approved, of those that were by then. */
  private Map<Integer, Instant> approvals(Backtest backtest) {
    var approvals = new TreeMap<Integer, Instant>();
    programmes
        .versions(backtest.programmeId(), null, Integer.MAX_VALUE)
        .forEach(
            version -> {
              Stage.Approval approval = version.approval();
              if (approval != null && !approval.approvedAt().isAfter(backtest.createdAt())) {
                approvals.put(version.number(), approval.approvedAt());
              }
            });
    return approvals;
  }

  private Versions approved(String key, Map<Integer, Instant> approvals) {
    return running
        .find(key)
        .map(
            all ->
                new Versions(
                    key,
                    all.all().stream()
                        .filter(version -> approvals.containsKey(version.number()))
                        .toList(),
                    all.end()))
        .orElseGet(() -> new Versions(key, List.of(), null));
  }

  private static ProgrammeDocument sound(String document) {
    return switch (ProgrammeReading.read(EventJson.read(document, Object.class))) {
      case ProgrammeReading.Result.Sound(ProgrammeDocument sound) -> sound;
      case ProgrammeReading.Result.Faulty(List<Fault> faults) ->
          throw new IllegalStateException("It was sound when it was asked for: " + faults);
    };
  }
}
