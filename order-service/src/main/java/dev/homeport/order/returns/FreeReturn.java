package dev.homeport.order.returns;

import dev.homeport.order.currency.Conversion;
import dev.homeport.order.order.Held;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.Recorded;
import dev.homeport.order.order.Reversal;
import dev.homeport.order.order.Setting;
import dev.homeport.platform.time.Revision;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that a buyer sent back without a known order or line. It counts for the identity, unless it
 * is attached to the order that it names: then it counts there.
 *
 * @param day the calendar day of the return where the tenant lives
 * @param conversion into the reporting currency; absent while its rate is not known
 * @param attachedTo the order on which it counts; null while it is free
 * @param held why it is free although its order is known; null otherwise
 * @param reversal that it was a mistake; null when it was none
 * @param recorded when it came
 * @param revision rises with every change that others are told of
 */
public record FreeReturn(
    UUID id,
    ReturnDocument document,
    LocalDate day,
    @Nullable Conversion conversion,
    boolean backfill,
    @Nullable UUID attachedTo,
    @Nullable Held held,
    @Nullable Reversal reversal,
    Recorded recorded,
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
        null,
        null,
        null,
        new Recorded(setting.clock().instant(), submission.by()),
        Revision.next(Revision.NONE, setting.clock()));
  }

  /** Whether a further document of the same key says the same, whatever market it counts for. */
  public boolean says(ReturnDocument other) {
    return document.equals(other.in(document.market()));
  }

  /** Whether it counts by itself. */
  public boolean counts() {
    return attachedTo == null && reversal == null;
  }

  /** The order that it names. */
  public Optional<OrderKey> orderKey() {
    return Optional.ofNullable(document.orderExternalId())
        .map(number -> new OrderKey(document.key().channel(), number));
  }

  /** As the order that it names sees it. */
  public LineReturn forOrder() {
    return new LineReturn(
        id,
        document.key().externalId(),
        document.returnedAt(),
        document.amount(),
        null,
        document.reason(),
        java.util.List.of(),
        new LineReturn.Goods(
            document.currency(),
            document.lines().stream()
                .map(
                    item ->
                        new LineReturn.Goods.Item(
                            item.sku(), item.kind(), item.lineNo(), item.quantity()))
                .toList()),
        reversal,
        recorded);
  }

  /** States the return in the reporting currency, by a rate that is known now. */
  public FreeReturn converted(Conversion rate, Clock clock) {
    return new FreeReturn(
        id,
        document,
        day,
        rate,
        backfill,
        attachedTo,
        held,
        reversal,
        recorded,
        Revision.next(revision, clock));
  }

  /** Counts on an order now, or no longer, or stays free for another reason. */
  FreeReturn attached(@Nullable UUID order, @Nullable Held why, Clock clock) {
    boolean told = !Objects.equals(order, attachedTo);
    return new FreeReturn(
        id,
        document,
        day,
        conversion,
        backfill,
        order,
        why,
        reversal,
        recorded,
        told ? Revision.next(revision, clock) : revision);
  }

  /** Was a mistake. */
  public FreeReturn reversed(Reversal mistake, Clock clock) {
    return new FreeReturn(
        id,
        document,
        day,
        conversion,
        backfill,
        null,
        null,
        mistake,
        recorded,
        Revision.next(revision, clock));
  }
}
