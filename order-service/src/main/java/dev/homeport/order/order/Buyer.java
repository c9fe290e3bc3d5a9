package dev.homeport.order.order;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who bought, as the channel names them. Personal data: passed on, never stored here.
 *
 * @param externalId the channel's own buyer number; absent for guests
 * @param country two letters
 */
public record Buyer(
    @Nullable String externalId,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String name,
    @Nullable Address address,
    String country) {

  /**
   * What the identity on this channel is made from: the channel's buyer number, for a guest the
   * e-mail address, else the phone number, else the document itself.
   */
  public String identityName(String documentExternalId) {
    String number = filled(externalId);
    if (number != null) {
      return number;
    }
    String address = filled(email);
    if (address != null) {
      return "email:" + address.toLowerCase(Locale.ROOT);
    }
    String digits = filled(phone);
    if (digits != null) {
      return "phone:" + digits.replaceAll("[^+0-9]", "");
    }
    return "order:" + documentExternalId;
  }

  private static @Nullable String filled(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
