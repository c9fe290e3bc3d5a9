package dev.homeport.customer.merge;

import dev.homeport.customer.person.Field;
import dev.homeport.customer.person.Join;
import dev.homeport.customer.person.Side;
import dev.homeport.customer.person.Takeover;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One customer took the place of another one.
 *
 * @param number rises with every merge of the tenant
 * @param choices whose value of a field is shown, where somebody said so
 * @param reversedAt null while it stands
 */
public record Merge(
    UUID id,
    long number,
    UUID absorbed,
    UUID survivor,
    Cause cause,
    Map<Field, Side> choices,
    Instant mergedAt,
    @Nullable Instant reversedAt) {

  /** Before the id, where people see it. */
  public static final String PREFIX = "mrg";

  /** What a merge rests on. */
  public enum Cause {
    /** Somebody asked for it. */
    REQUEST,
    /** A buyer was said to be a customer. */
    LINK,
    /** It was certain by itself. */
    MATCH,
    /** Somebody had the code from the parcel. */
    CLAIM_CODE
  }

  public Merge {
    choices = Map.copyOf(choices);
  }

  Join join() {
    return new Join(id, number, absorbed, survivor, new Takeover(mergedAt, choices));
  }

  Merge reversed(Instant at) {
    return new Merge(id, number, absorbed, survivor, cause, choices, mergedAt, at);
  }
}
