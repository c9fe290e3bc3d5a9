package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.rating.Together;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Locked identities that may be one member, with the events that have come for them, and their
 * accounts.
 */
final class OpenMember {
  private final List<Event> events;
  private final Map<String, Fold> folds;
  private final Map<UUID, Long> journalLengths;

  /**
   * @param folds by the key of the programme
   * @param journalLengths of the identities
   */
  OpenMember(List<Event> events, Map<String, Fold> folds, Map<UUID, Long> journalLengths) {
    this.events = List.copyOf(events);
    this.folds = folds;
    this.journalLengths = journalLengths;
  }

  /** Applies the events in their order and leaves out what is known already. */
  List<JournalledStep> apply() {
    return apply(events);
  }

  /** Applies others than those for which it was opened, of its identities. */
  List<JournalledStep> apply(List<? extends Event> some) {
    var steps = new ArrayList<JournalledStep>(some.size());
    for (Event event : some) {
      if (!known(event)) {
        steps.addAll(journal(event, steps(fold -> fold.apply(event))));
      }
    }
    return steps;
  }

  /**
   * Rates again what depends on who is one member when.
   *
   * @param event tells why, for the identity that came or went
   */
  List<JournalledStep> regroup(Event.MemberChanged event, Together now) {
    return journal(event, steps(fold -> fold.regroup(now)));
  }

  /** A programme that is new has seen nothing yet, but will be shown all by its own job. */
  private boolean known(Event event) {
    return event instanceof Event.Happened(var fact)
        && folds.values().stream().anyMatch(fold -> fold.knows(fact));
  }

  /** What happens in each programme, by the identity on whose accounts it is booked. */
  private Map<UUID, Map<String, Step>> steps(Function<Fold, Optional<Step>> applying) {
    var steps = new LinkedHashMap<UUID, Map<String, Step>>();
    folds.forEach(
        (programme, fold) ->
            applying
                .apply(fold)
                .ifPresent(
                    step ->
                        step.byIdentity()
                            .forEach(
                                (identity, part) ->
                                    steps
                                        .computeIfAbsent(identity, _ -> new LinkedHashMap<>())
                                        .put(programme, part))));
    return steps;
  }

  private List<JournalledStep> journal(Event event, Map<UUID, Map<String, Step>> steps) {
    var journalled = new ArrayList<JournalledStep>(steps.size());
    steps.forEach(
        (identity, own) ->
            journalled.add(
                new JournalledStep(
                    event.identityId().equals(identity)
                        ? event
                        : new Event.MemberChanged(
                            EventText.id(event), identity, event.effectiveAt()),
                    journalLengths.merge(identity, 1L, Long::sum),
                    own)));
    return journalled;
  }

  boolean holds(UUID identityId) {
    return journalLengths.containsKey(identityId);
  }

  /** The account of an identity in a programme. */
  Optional<Account> account(String programme, UUID identityId) {
    return Optional.ofNullable(folds.get(programme)).map(fold -> fold.account(identityId));
  }

  /** The accounts of an identity. */
  List<OpenAccount> accounts(UUID identityId) {
    return folds.entrySet().stream()
        .map(
            fold ->
                new OpenAccount(
                    fold.getKey(), fold.getValue().account(identityId), fold.getValue().floor()))
        .toList();
  }

  Map<UUID, Long> journalLengths() {
    return journalLengths;
  }
}
