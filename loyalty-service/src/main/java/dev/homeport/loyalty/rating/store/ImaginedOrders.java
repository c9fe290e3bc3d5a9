package dev.homeport.loyalty.rating.store;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.journal.store.IdentityHistory;
import dev.homeport.loyalty.journal.store.JournalledFacts;
import dev.homeport.loyalty.programme.Fault;
import dev.homeport.loyalty.programme.ProgrammeDocument;
import dev.homeport.loyalty.programme.ProgrammeReading;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.Programmes;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.StoredProgramme;
import dev.homeport.loyalty.programme.StoredVersion;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.DryRuns;
import dev.homeport.loyalty.rating.Engine;
import dev.homeport.loyalty.rating.Rated;
import dev.homeport.loyalty.rating.Together;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rates imagined orders by the engine that rates real ones. */
@ApplicationScoped
class ImaginedOrders implements DryRuns {
  private final Programmes programmes;
  private final RunningProgrammes running;
  private final JournalledFacts facts;
  private final IdentityHistory history;
  private final CurrentTenant tenant;

  ImaginedOrders(
      Programmes programmes,
      RunningProgrammes running,
      JournalledFacts facts,
      IdentityHistory history,
      CurrentTenant tenant) {
    this.programmes = programmes;
    this.running = running;
    this.facts = facts;
    this.history = history;
    this.tenant = tenant;
  }

  @Override
  public Result rate(UUID programmeId, @Nullable Integer version, OrderFact order) {
    Optional<StoredProgramme> programme = programmes.find(programmeId);
    if (programme.isEmpty()) {
      return new Result.NoProgramme();
    }
    Versions approved =
        running
            .find(programme.get().key())
            .orElseGet(() -> new Versions(programme.get().key(), List.of(), null));
    if (version == null) {
      return new Result.Done(rate(approved, order));
    }
    return programmes
        .version(programmeId, version)
        .<Result>map(stored -> rate(approved, stored, order))
        .orElseGet(Result.NoVersion::new);
  }

  private Result rate(Versions approved, StoredVersion version, OrderFact order) {
    Object document = EventJson.read(version.document(), Object.class);
    return switch (ProgrammeReading.read(document)) {
      case ProgrammeReading.Result.Faulty(List<Fault> faults) -> new Result.Faulty(faults);
      case ProgrammeReading.Result.Sound(ProgrammeDocument sound) ->
          new Result.Done(rate(with(approved, version.number(), sound, order), order));
    };
  }

  /** The version rates the order; orders of before were rated by those that counted then. */
  private Versions with(
      Versions approved, int number, ProgrammeDocument document, OrderFact order) {
    var all = new ArrayList<>(approved.all());
    all.removeIf(version -> version.start().equals(order.placedAt()));
    all.add(new ProgrammeVersion(number, order.placedAt(), tenant.settings().timeZone(), document));
    return new Versions(approved.key(), all, null);
  }

  private Rated rate(Versions versions, OrderFact order) {
    var all = new ArrayList<Fact>(List.of(order));
    Together together = Together.ALONE;
    if (versions.remembers()) {
      UUID buyer = order.identityId();
      Set<UUID> member = history.groups(List.of(buyer)).getOrDefault(buyer, Set.of(buyer));
      facts.of(member).values().forEach(all::addAll);
      together = history.memberships(member);
    }
    return Engine.rate(versions, all, together).stream()
        .filter(rated -> rated.fact().id().equals(order.id()))
        .findFirst()
        .orElseThrow();
  }
}
