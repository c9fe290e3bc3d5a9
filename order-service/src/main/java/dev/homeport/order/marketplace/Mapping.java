package dev.homeport.order.marketplace;

/** Makes effects of the bodies of one platform. A pure function. */
@FunctionalInterface
public interface Mapping {

  /**
   * Reads a body.
   *
   * @throws Unreadable where it cannot be read
   */
  Mapped read(Webhook webhook, Terms terms);

  /** As {@link #read}, with everything that goes wrong as a result. */
  default Mapped map(Webhook webhook, Terms terms) {
    try {
      return read(webhook, terms);
    } catch (Unreadable unreadable) {
      return unreadable.result();
    } catch (ArithmeticException | IllegalArgumentException _) {
      return new Mapped.Unmappable("mapping-failed", "The body has a value beyond all limits.", "");
    }
  }
}
