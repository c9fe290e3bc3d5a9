package dev.homeport.customer.consent.store;

import dev.homeport.customer.consent.ConsentDecision;
import dev.homeport.customer.consent.ConsentHistory;
import dev.homeport.customer.consent.ConsentRecord;
import dev.homeport.customer.contract.ConsentChanged;
import dev.homeport.customer.profile.Profile;
import dev.homeport.platform.outbox.Outbox;
import dev.homeport.platform.time.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What customers have allowed, and telling others of it. */
@ApplicationScoped
public class Consents {
  private static final int ALL = 1_000;

  private final ConsentTable records;
  private final PurposeTable purposes;
  private final Outbox outbox;
  private final Clock clock;

  Consents(ConsentTable records, PurposeTable purposes, Outbox outbox, Clock clock) {
    this.records = records;
    this.purposes = purposes;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Keeps what a customer said, whose row the caller has locked; false when it was there. */
  public boolean record(Profile customer, ConsentRecord said) {
    boolean added = records.add(customer.id(), said);
    if (added) {
      publish(customer);
    }
    return added;
  }

  /**
   * What was in force for each purpose at a moment; whoever was erased allows nothing.
   *
   * @param country whose law asks; null: the customer's
   */
  public List<ConsentDecision> decisions(Profile customer, @Nullable String country, Instant at) {
    List<ConsentRecord> said = customer.erased() ? List.of() : history(customer);
    String law = country == null ? customer.person().country().value() : country;
    return purposes.list("", ALL).stream()
        .map(PurposeTable.Stored::purpose)
        .map(purpose -> ConsentHistory.of(purpose.code(), said).decide(purpose, law, at))
        .map(decision -> customer.erased() ? forgotten(decision) : decision)
        .toList();
  }

  /** All that a customer has said. */
  public List<ConsentRecord> history(Profile customer) {
    return records.history(customer.id()).stream().map(ConsentTable.Stored::record).toList();
  }

  private static ConsentDecision forgotten(ConsentDecision decision) {
    return new ConsentDecision(
        decision.purpose(), false, decision.state(), decision.basis(), null, null);
  }

  /** Tells others how a customer stands, whose row the caller has locked. */
  public void publish(Profile customer) {
    Instant now = clock.instant();
    List<ConsentChanged.Use> uses =
        decisions(customer, null, now).stream()
            .map(
                decision ->
                    new ConsentChanged.Use(
                        decision.purpose(),
                        decision.allowed(),
                        decision.state().name().toLowerCase(Locale.ROOT),
                        decision.allowed() ? decision.until() : null))
            .toList();
    if (uses.isEmpty()) {
      return;
    }
    outbox.append(
        new ConsentChanged(customer.id(), uses, Revision.next(Revision.NONE, clock)).toEvent());
  }
}
