package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.earning.Fact;
import dev.homeport.loyalty.earning.Rating;
import dev.homeport.loyalty.ledger.Posting;

/** One event applied, and how the difference was booked. */
public sealed interface Step {

  /** What was applied. */
  Event event();

  /** How it was booked. */
  Posting posting();

  /** A fact and what it deserves. */
  record Rated(Fact fact, Rating rating, Posting posting) implements Step {
    @Override
    public Event event() {
      return new Event.Happened(fact);
    }
  }

  /** Points that were not used in time. */
  record Expired(Event.Expiry event, Posting posting) implements Step {}
}
