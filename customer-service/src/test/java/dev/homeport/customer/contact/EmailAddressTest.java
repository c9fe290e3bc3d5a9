package dev.homeport.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "a@example.com, a@example.com",
    "'  Änne.Müller+shop@Example.COM ', änne.müller+shop@example.com",
    "post@müller.example, post@xn--mller-kva.example",
    "o'neil@mail.example.co.uk, o'neil@mail.example.co.uk",
    "1@1.example, 1@1.example"
  })
  void isReadInOneForm(String text, String value) {
    assertThat(EmailAddress.parse(text)).contains(new EmailAddress(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a@",
        "@example.com",
        "a.example.com",
        "a@example",
        "a b@example.com",
        "a@b@example.com",
        ".a@example.com",
        "a.@example.com",
        "a..b@example.com",
        "a@-example.com",
        "a@example-.com",
        "a@example..com",
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        "a***@example.com",
        "a@example.c",
        "\"a b\"@example.com",
        "a@exa\u0000mple.com",
        "a\u0000@example.com",
        "Änne <a@example.com>",
        "a@example.com,b@example.com"
      })
  void isRefusedWhenItCannotBeOne(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Test
  void hasALimitForEachPart() {
    assertThat(EmailAddress.parse("a".repeat(64) + "@example.com")).isPresent();
    assertThat(EmailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
    assertThat(EmailAddress.parse("a@" + "b".repeat(60) + ".example".repeat(30))).isEmpty();
  }
}
