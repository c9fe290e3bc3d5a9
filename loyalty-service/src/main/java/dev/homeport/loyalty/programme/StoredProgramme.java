package dev.homeport.loyalty.programme;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A programme of the present tenant, whatever its versions say.
 *
 * @param secondPerson whether whoever submits a version may not approve it
 * @param endsAt orders of this moment and later earn nothing; null while it runs
 * @param revision rises with every change
 */
public record StoredProgramme(
    UUID id,
    String key,
    boolean secondPerson,
    @Nullable Instant endsAt,
    Instant createdAt,
    long revision) {

  /** Whether it earns nothing any more. */
  public boolean endedBy(Instant moment) {
    return endsAt != null && !moment.isBefore(endsAt);
  }
}
