package dev.homeport.customer.profile;

import dev.homeport.customer.contact.PersonName;
import java.time.MonthDay;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** The part of a customer that lies under the customer's key. */
record Personal(
    @Nullable String full,
    @Nullable String given,
    @Nullable String family,
    @Nullable Integer birthMonth,
    @Nullable Integer birthDay,
    @Nullable Integer birthYear) {

  static final Personal NOTHING = new Personal(null, null, null, null, null, null);

  Personal named(@Nullable PersonName name) {
    return new Personal(
        name == null ? null : name.full(),
        name == null ? null : name.given(),
        name == null ? null : name.family(),
        birthMonth,
        birthDay,
        birthYear);
  }

  Personal born(@Nullable Birthday birthday) {
    Year year = birthday == null ? null : birthday.year();
    return new Personal(
        full,
        given,
        family,
        birthday == null ? null : birthday.day().getMonthValue(),
        birthday == null ? null : birthday.day().getDayOfMonth(),
        year == null ? null : year.getValue());
  }

  @Nullable PersonName name() {
    return full == null ? null : new PersonName(full, given, family);
  }

  @Nullable Birthday birthday() {
    return birthMonth == null || birthDay == null
        ? null
        : new Birthday(
            MonthDay.of(birthMonth, birthDay), birthYear == null ? null : Year.of(birthYear));
  }
}
