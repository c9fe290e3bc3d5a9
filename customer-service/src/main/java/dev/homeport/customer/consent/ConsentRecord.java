package dev.homeport.customer.consent;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person said about a purpose.
 *
 * @param at when the person said it
 * @param source where, for example {@code checkout}
 * @param textVersion the text that the person saw
 * @param expiresAt until when it holds; null: as long as the purpose says
 */
public record ConsentRecord(
    String purpose,
    Kind kind,
    Instant at,
    String source,
    @Nullable String textVersion,
    @Nullable Instant expiresAt) {

  /** By time; of one instant the stricter one last, and then by content, never by arrival. */
  static final Comparator<ConsentRecord> ORDER =
      Comparator.comparing(ConsentRecord::at)
          .thenComparing(ConsentRecord::kind)
          .thenComparing(ConsentRecord::source)
          .thenComparing(
              ConsentRecord::textVersion, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(
              ConsentRecord::expiresAt, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** What a person can say, the stricter the later. */
  public enum Kind {
    GRANT,
    /** The person proved that the grant was theirs: the second step of a double opt-in. */
    CONFIRMATION,
    DENIAL,
    WITHDRAWAL
  }
}
