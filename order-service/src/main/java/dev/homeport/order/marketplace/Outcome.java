package dev.homeport.order.marketplace;

import org.jspecify.annotations.Nullable;

/** What became of an effect. */
public sealed interface Outcome {

  /**
   * It has taken place, now or before.
   *
   * @param order the order that stands there now; null where none does
   */
  record Done(@Nullable String order) implements Outcome {}

  /** It no longer matters, as with a refund of an order that was called off. */
  record Moot(String code, String detail) implements Outcome {}

  /**
   * It cannot take place.
   *
   * @param waitsFor the order on whose next description it may be tried again; null: none
   */
  record Refused(String code, String detail, String pointer, @Nullable String waitsFor)
      implements Outcome {}
}
