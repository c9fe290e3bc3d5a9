package dev.homeport.platform.country;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {

  @ParameterizedTest
  @ValueSource(strings = {"DE", "GB", "UK", "EU", "XC", "XW", "XK", "AA", "QM", "QZ", "ZZ"})
  void codesOfRealExportsAreKnown(String code) {
    assertThat(Countries.known(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "DEU", "AB", "QL", "ZY", "Germany"})
  void othersAreNot(String code) {
    assertThat(Countries.known(code)).isFalse();
  }
}
