package dev.homeport.order.marketplace;

import java.util.List;

/** What a body means. */
public sealed interface Mapped {

  /** It has effects, to be taken in this order. */
  record Taken(List<Effect> effects) implements Mapped {
    public Taken {
      effects = List.copyOf(effects);
    }
  }

  /**
   * It is understood and means nothing to us.
   *
   * @param code kebab-case, for example {@code test-order}
   */
  record Ignored(String code, String detail) implements Mapped {}

  /**
   * It is not understood.
   *
   * @param code kebab-case, for example {@code currency-missing}
   * @param pointer the place in the body, as a JSON Pointer
   */
  record Unmappable(String code, String detail, String pointer) implements Mapped {}
}
