package dev.homeport.order.marketplace;

/** A place in a body that cannot be read; ends a mapping, which turns it into a result. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String pointer;

  /**
   * @param code kebab-case, for programs
   * @param detail for people; never a value of the body
   */
  public Unreadable(String code, String pointer, String detail) {
    super(detail, null, false, false);
    this.code = code;
    this.pointer = pointer;
  }

  Mapped.Unmappable result() {
    return new Mapped.Unmappable(code, String.valueOf(getMessage()), pointer);
  }
}
