package dev.homeport.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "030 901820, DE, +4930901820",
    "+49 (0)30 / 901820, FR, +4930901820",
    "0049 30 901820, DE, +4930901820",
    "020 7946 0958, GB, +442079460958",
    "020 7946 0958, UK, +442079460958",
    "0475 12 34 56, BE, +32475123456",
    "+49 30 901820, , +4930901820"
  })
  void isReadInOneForm(String text, String country, String value) {
    assertThat(PhoneNumber.parse(text, country)).contains(new PhoneNumber(value));
  }

  @ParameterizedTest
  @CsvSource({
    "030 901820, ",
    "12, DE",
    "abc, DE",
    "+999 12345678, DE",
    "030 90****, DE",
    "030 901820, ZZ",
    "'', DE"
  })
  void isRefusedWhenItCannotBeOne(String text, String country) {
    assertThat(PhoneNumber.parse(text, country)).isEmpty();
  }

  @Test
  void hasALimit() {
    assertThat(PhoneNumber.parse("+4930901820" + " ".repeat(40), null)).isEmpty();
  }
}
