package dev.homeport.loyalty.programme;

import java.util.Locale;

/**
 * One thing that is wrong with a programme's document.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901)
 * @param code a kebab slug
 * @param detail for people, without a full stop
 */
public record Fault(String pointer, Code code, String detail) {

  /** Kinds of faults. */
  public enum Code {
    /** It has to be there. */
    MISSING(true),
    /** Programmes have no such field. */
    UNKNOWN_FIELD(true),
    /** It has another form. */
    MALFORMED(true),
    /** It is too small, too large, too many or too few. */
    OUT_OF_RANGE(true),
    /** It is not among the values that are possible. */
    UNKNOWN_VALUE(true),
    /** ISO 4217 has no such currency. */
    UNKNOWN_CURRENCY(false),
    /** Two things share a name that tells them apart. */
    DUPLICATE(false),
    /** An expression cannot be understood. */
    EXPRESSION(false),
    /** Two things that are well by themselves do not go together. */
    CONTRADICTION(false),
    /** Points gain value on the way through currencies. */
    ARBITRAGE(false);

    private final boolean ofTheForm;

    Code(boolean ofTheForm) {
      this.ofTheForm = ofTheForm;
    }

    /** Whether the JSON Schema sees it too; the others are matters of meaning. */
    public boolean ofTheForm() {
      return ofTheForm;
    }

    /** As callers see it: {@code out-of-range}. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
