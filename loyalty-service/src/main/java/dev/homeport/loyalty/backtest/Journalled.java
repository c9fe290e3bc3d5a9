package dev.homeport.loyalty.backtest;

import dev.homeport.loyalty.journal.Event;
import java.time.Instant;

/** An event of the journal, and when it was written down. */
public record Journalled(Event event, Instant recordedAt) {}
