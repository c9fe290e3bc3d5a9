package dev.homeport.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTest {

  @Test
  void isMadeOfItsPartsWhenNotGivenWhole() {
    assertThat(PersonName.of(null, " Änne ", "Müller"))
        .contains(new PersonName("Änne Müller", "Änne", "Müller"));
    assertThat(PersonName.of("Müller Änne", "Änne", "Müller"))
        .contains(new PersonName("Müller Änne", "Änne", "Müller"));
  }

  @Test
  void isTidied() {
    assertThat(PersonName.of(" Jan\t\u0000  Novák ", null, null))
        .contains(new PersonName("Jan Novák", null, null));
  }

  @Test
  void needsALetter() {
    assertThat(PersonName.of("--", null, "")).isEmpty();
    assertThat(PersonName.of(null, null, null)).isEmpty();
    assertThat(PersonName.of("12 3", null, null)).isEmpty();
  }
}
