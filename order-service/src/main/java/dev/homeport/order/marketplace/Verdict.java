package dev.homeport.order.marketplace;

import org.jspecify.annotations.Nullable;

/**
 * What became of a body.
 *
 * @param code why, kebab-case; null where it was taken
 * @param pointer the place in the body; null where no place is to blame
 * @param waitsFor the order without which it could not be taken
 */
public record Verdict(
    DeliveryStatus status,
    @Nullable String code,
    @Nullable String detail,
    @Nullable String pointer,
    @Nullable String waitsFor) {
  /** All effects have taken place. */
  public static final Verdict TAKEN = new Verdict(DeliveryStatus.TAKEN, null, null, null, null);

  /** It means nothing to us. */
  public static Verdict ignored(String code, String detail) {
    return new Verdict(DeliveryStatus.IGNORED, code, detail, null, null);
  }

  /** It lies in quarantine. */
  public static Verdict quarantined(String code, String detail, String pointer) {
    return new Verdict(DeliveryStatus.QUARANTINED, code, detail, pointer, null);
  }
}
