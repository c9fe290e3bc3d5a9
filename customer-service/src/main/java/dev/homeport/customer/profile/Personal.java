package dev.homeport.customer.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.person.Birthday;
import java.time.MonthDay;
import java.time.Year;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The part of a customer that lies under the customer's key. */
record Personal(
    @Nullable String full,
    @Nullable String given,
    @Nullable String family,
    @Nullable Day birthday,
    Map<String, JsonNode> attributes) {

  static final Personal NOTHING = new Personal(null, null, null, null, Map.of());

  Personal {
    attributes = attributes == null ? Map.of() : new TreeMap<>(attributes);
  }

  /** The day of a birth. */
  record Day(int month, int day, @Nullable Integer year) {}

  Personal named(@Nullable PersonName name) {
    return name == null
        ? new Personal(null, null, null, birthday, attributes)
        : new Personal(name.full(), name.given(), name.family(), birthday, attributes);
  }

  Personal born(@Nullable Birthday born) {
    return new Personal(full, given, family, day(born), attributes);
  }

  Personal having(Map<String, JsonNode> others) {
    return new Personal(full, given, family, birthday, others);
  }

  @Nullable PersonName name() {
    return full == null ? null : new PersonName(full, given, family);
  }

  @Nullable Birthday born() {
    if (birthday == null) {
      return null;
    }
    Integer year = birthday.year();
    return new Birthday(
        MonthDay.of(birthday.month(), birthday.day()), year == null ? null : Year.of(year));
  }

  private static @Nullable Day day(@Nullable Birthday born) {
    if (born == null) {
      return null;
    }
    Year year = born.year();
    return new Day(
        born.day().getMonthValue(),
        born.day().getDayOfMonth(),
        year == null ? null : year.getValue());
  }
}
