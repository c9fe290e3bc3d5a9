package dev.homeport.order.order;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** That a return was a mistake. */
public record Reversal(Instant reversedAt, @Nullable String reason, Recorded recorded) {
  public Reversal {
    reversedAt = reversedAt.truncatedTo(ChronoUnit.MICROS);
  }
}
