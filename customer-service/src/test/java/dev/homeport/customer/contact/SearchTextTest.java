package dev.homeport.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

  @ParameterizedTest
  @CsvSource({
    "Müller, muller",
    "'  José-María  O''Neil ', jose maria o neil",
    "Łódź Ørsted, lodz orsted",
    "Strauß, strauss",
    "ＡＮＮＥ, anne",
    "Ελένη, ελενη",
    "Пётр, петр",
    "山田, 山田",
    "Þór Æsir, thor aesir"
  })
  void comparesWithoutCaseAccentsAndSigns(String text, String compared) {
    assertThat(SearchText.of(text)).isEqualTo(compared);
  }

  @Test
  void isTheSameWhenAppliedTwice() {
    for (String text : new String[] {"Müller-Łuk", "İstanbul", "Ǆ", "ﬁn", "Å"}) {
      assertThat(SearchText.of(SearchText.of(text))).isEqualTo(SearchText.of(text));
    }
  }

  @Test
  void isFoundFromEachWordOn() {
    assertThat(SearchText.fromEachWord("Anna Maria Müller"))
        .containsExactly("anna maria muller", "maria muller", "muller");
    assertThat(SearchText.fromEachWord("--")).isEmpty();
  }
}
