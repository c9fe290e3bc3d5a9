package dev.homeport.customer.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A telephone number in E.164, for example {@code +4930901820}. */
public record PhoneNumber(String value) implements ContactValue {

  /** The longest text that is read as a number, with room for how people write one. */
  public static final int MAX_LENGTH = 40;

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  public PhoneNumber {
    if (!value.startsWith("+")) {
      throw new IllegalArgumentException("not a number in E.164");
    }
  }

  /**
   * The number that a text means; empty when it cannot be one.
   *
   * @param country where a number without a country code is at home; null when that is unknown
   */
  public static Optional<PhoneNumber> parse(String text, @Nullable String country) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      var number = NUMBERS.parse(text, "UK".equals(country) ? "GB" : country);
      return NUMBERS.isValidNumber(number)
          ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  @Override
  public Kind kind() {
    return Kind.PHONE;
  }

  @Override
  public String key() {
    return value;
  }
}
