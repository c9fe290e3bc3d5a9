package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.earning.Fact;
import dev.homeport.loyalty.earning.Rating;
import dev.homeport.loyalty.ledger.Posting;

/** One fact applied: what it deserves and how the difference was booked. */
public record Step(Fact fact, Rating rating, Posting posting) {}
