package dev.homeport.loyalty.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.event.EventJson;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherCodeTest {
  private static final int CODES = 20_000;

  @Test
  void codesAreAllDifferentAndUseEveryLetterAtEveryPlace() {
    var codes = new HashSet<String>();
    Map<Integer, HashSet<Character>> places = new HashMap<>();
    for (int i = 0; i < CODES; i++) {
      String code = VoucherCode.next();
      codes.add(code);
      for (int place = 0; place < code.length(); place++) {
        places.computeIfAbsent(place, _ -> new HashSet<>()).add(code.charAt(place));
      }
      assertThat(VoucherCode.read(VoucherCode.show(code))).contains(code);
    }
    assertThat(codes).hasSize(CODES);
    assertThat(places).hasSize(16).allSatisfy((_, seen) -> assertThat(seen).hasSize(32));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7QKDXM3PWV6Z2HRT",
        "7qkd-xm3p-wv6z-2hrt",
        " 7QKD XM3P WV6Z 2HRT ",
        "7-QKDXM3PWV6Z2HRT"
      })
  void peopleMayTypeThemAsTheyLike(String typed) {
    assertThat(VoucherCode.read(typed)).contains("7QKDXM3PWV6Z2HRT");
    assertThat(VoucherCode.show("7QKDXM3PWV6Z2HRT")).isEqualTo("7QKD-XM3P-WV6Z-2HRT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7QKD", "7QKD-XM3P-WV6Z-2HR0", "7QKD-XM3P-WV6Z-2HRI", "7QKD-XM3P-WV6Z-2HRTT"})
  void whatIsNoCodeIsNone(String typed) {
    assertThat(VoucherCode.read(typed)).isEmpty();
  }

  @Test
  void benefitsAreReadAsTheyWereWritten() {
    for (Benefit benefit :
        List.of(
            new Benefit.AmountOff("EUR", new BigDecimal("5.50")),
            new Benefit.PercentOff(new BigDecimal("12.5")),
            new Benefit.FreeShipping(),
            new Benefit.Product("MUG-1"),
            new Benefit.Gift("A tree is planted"))) {
      assertThat(EventJson.read(EventJson.write(benefit), Benefit.class)).isEqualTo(benefit);
    }
  }
}
