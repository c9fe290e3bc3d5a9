package dev.homeport.order.marketplace;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.platform.country.Countries;
import dev.homeport.platform.money.Currencies;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place in a body, which knows where it is. */
public record Part(JsonNode node, String pointer) {
  private static final int LONGEST_NUMBER = 40;

  /** The whole body. */
  public static Part of(JsonNode body) {
    return new Part(body, "");
  }

  /** What lies there under a name; absent where nothing does. */
  public Part at(String name) {
    return new Part(node.path(name), pointer + JsonPointer.empty().appendProperty(name));
  }

  /** Whether there is something, and it is not null. */
  public boolean present() {
    return !node.isMissingNode() && !node.isNull();
  }

  /** The elements of a list; none where there is no list. */
  public List<Part> each() {
    if (present() && !node.isArray()) {
      throw unreadable("unexpected-form", "A list is expected here.");
    }
    var parts = new ArrayList<Part>(node.size());
    for (int i = 0; i < node.size(); i++) {
      parts.add(new Part(node.path(i), pointer + "/" + i));
    }
    return parts;
  }

  /** An object. */
  public Part object() {
    if (!node.isObject()) {
      throw unreadable("unexpected-form", "An object is expected here.");
    }
    return this;
  }

  /** A text or a number as text, without what no text may have; null where it is blank. */
  public @Nullable String text() {
    if (!present() || node.isContainerNode()) {
      return null;
    }
    String text = node.asText().replace("\0", "").strip();
    return text.isEmpty() ? null : text;
  }

  /** As {@link #text}, cut to a length. */
  public @Nullable String text(int longest) {
    String text = text();
    if (text == null || text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }

  /** A text that has to be there. */
  public String needText() {
    String text = text();
    if (text == null) {
      throw unreadable("field-missing", "This field is needed.");
    }
    return text;
  }

  /** Whether it says {@code true}. */
  public boolean yes() {
    return node.asBoolean(false);
  }

  /** A number, or a text that is one; null where there is none. */
  public @Nullable BigDecimal decimal() {
    String text = text();
    if (text == null) {
      return null;
    }
    try {
      if (text.length() <= LONGEST_NUMBER) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs(number.scale()) <= LONGEST_NUMBER) {
          return number;
        }
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw unreadable("no-number", "A decimal number is expected here.");
  }

  /** A number that has to be there. */
  public BigDecimal needDecimal() {
    needText();
    return Objects.requireNonNull(decimal());
  }

  /** A number, else nought. */
  public BigDecimal decimalOrZero() {
    BigDecimal number = decimal();
    return number == null ? BigDecimal.ZERO : number;
  }

  /** A moment with an offset; without one it counts in the zone. Null where there is none. */
  public @Nullable Instant instant(ZoneId zone) {
    String text = text();
    if (text == null) {
      return null;
    }
    String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replace(' ', 'T') : text;
    try {
      return hasOffset(iso)
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).atZone(zone).toInstant();
    } catch (DateTimeException _) {
      throw unreadable("no-time", "A date and time is expected here.");
    }
  }

  /** A moment that has to be there. */
  public Instant needInstant(ZoneId zone) {
    needText();
    return Objects.requireNonNull(instant(zone));
  }

  private static boolean hasOffset(String iso) {
    return iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
  }

  /** A currency, else that of the channel. */
  public Currency currency(Terms terms) {
    String code = text();
    if (code == null) {
      Currency known = terms.currency();
      if (known != null) {
        return known;
      }
      throw unreadable(
          "currency-missing",
          "No currency is named here, and the channel has no default currency.");
    }
    return Currencies.find(code.toUpperCase(Locale.ROOT))
        .orElseThrow(
            () -> unreadable("currency-unknown", "The currency is no known ISO 4217 code."));
  }

  /** A country of two letters, else that of the channel. */
  public String country(Terms terms) {
    String code = text();
    if (code != null && Countries.known(code.toUpperCase(Locale.ROOT))) {
      return code.toUpperCase(Locale.ROOT);
    }
    String known = terms.country();
    if (known == null) {
      throw unreadable(
          "country-missing", "No country is named here, and the channel has no market.");
    }
    return known;
  }

  /** The fault of this place. */
  public Unreadable unreadable(String code, String detail) {
    return new Unreadable(code, pointer, detail);
  }
}
