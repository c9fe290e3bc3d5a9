package dev.homeport.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.homeport.platform.problem.Problem;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class CursorSealTest {
  private final CursorSeal seal = new CursorSeal(new SecretKeySpec(new byte[32], "HmacSHA256"));

  @Test
  void whatWasSealedIsOpened() {
    List<String> values = List.of("2026-11-01T10:00:00Z", "", "ä/?&=");

    assertThat(seal.open(List.of("t", "/p"), seal.seal(List.of("t", "/p"), values)))
        .isEqualTo(values);
  }

  @Test
  void whereOneTextEndsBelongsToTheContext() {
    String cursor = seal.seal(List.of("ab", "c"), List.of("1"));

    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> seal.open(List.of("a", "bc"), cursor));
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    String cursor = seal.seal(List.of("t"), List.of("7", "8"));

    for (int i = 0; i < cursor.length() - 1; i++) {
      var changed = new StringBuilder(cursor);
      changed.setCharAt(i, cursor.charAt(i) == 'A' ? 'B' : 'A');
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> seal.open(List.of("t"), changed.toString()));
    }
  }
}
