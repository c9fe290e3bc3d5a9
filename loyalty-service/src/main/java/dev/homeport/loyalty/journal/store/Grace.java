package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.GrantFact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.AccountKind;
import dev.homeport.loyalty.ledger.Entry;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives points again that came back to lots which had expired meanwhile, where a programme has a
 * grace for them.
 */
@ApplicationScoped
class Grace {
  private static final String BY = "homeport";

  private final RunningProgrammes programmes;

  Grace(RunningProgrammes programmes) {
    this.programmes = programmes;
  }

  /** What is to be given after spends came back. */
  List<Fact> after(List<JournalledStep> steps) {
    if (steps.stream().noneMatch(step -> step.event() instanceof Event.Spent)) {
      return List.of();
    }
    List<Versions> running = programmes.all();
    return steps.stream()
        .flatMap(step -> step.steps().entrySet().stream())
        .flatMap(step -> grant(running, step).stream())
        .toList();
  }

  private static Optional<Fact> grant(List<Versions> running, Map.Entry<String, Step> step) {
    if (!(step.getValue() instanceof Step.Spent spent)) {
      return Optional.empty();
    }
    long lost = lost(spent);
    Instant at = spent.event().effectiveAt();
    return running.stream()
        .filter(versions -> versions.key().equals(step.getKey()) && lost > 0)
        .flatMap(versions -> version(versions, at))
        .map(version -> version.document().graceDays())
        .filter(days -> days > 0)
        .<Fact>map(days -> fact(spent.event(), lost, at, days))
        .findFirst();
  }

  private static long lost(Step.Spent spent) {
    return spent.posting().entries().stream()
        .filter(entry -> entry.account() == AccountKind.EXPIRED)
        .mapToLong(Entry::points)
        .sum();
  }

  private static Stream<ProgrammeVersion> version(Versions versions, Instant at) {
    return versions.at(at).stream();
  }

  private static GrantFact fact(Event.Spent spent, long points, Instant at, int days) {
    return new GrantFact(
        Ids.next(),
        spent.identityId(),
        1,
        spent.programme(),
        at,
        points,
        at.plus(Duration.ofDays(days)),
        "Had expired before they were given back.",
        BY);
  }
}
