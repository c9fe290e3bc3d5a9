package dev.homeport.order.returns;

import dev.homeport.order.currency.Conversion;
import dev.homeport.order.order.Setting;
import dev.homeport.platform.time.Revision;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that a buyer sent back without a known order or line. It counts for the identity.
 *
 * @param day the calendar day of the return where the tenant lives
 * @param conversion into the reporting currency; absent while its rate is not known
 * @param revision rises with every change that others are told of
 */
public record FreeReturn(
    UUID id,
    ReturnDocument document,
    LocalDate day,
    @Nullable Conversion conversion,
    boolean backfill,
    long revision) {

  /** The return that comes into being with the first document of its key. */
  public static FreeReturn first(ReturnSubmission submission, UUID id, Setting setting) {
    ReturnDocument document = submission.document();
    LocalDate day = document.day(setting.zone());
    return new FreeReturn(
        id,
        document,
        day,
        setting.rates().on(day, document.currency()).orElse(null),
        submission.backfill(),
        Revision.next(Revision.NONE, setting.clock()));
  }

  /** Whether a further document of the same key says the same, whatever market it counts for. */
  public boolean says(ReturnDocument other) {
    return document.equals(other.in(document.market()));
  }

  /** States the return in the reporting currency, now that its rate is known. */
  public FreeReturn converted(Conversion rate, Clock clock) {
    return new FreeReturn(id, document, day, rate, backfill, Revision.next(revision, clock));
  }
}
