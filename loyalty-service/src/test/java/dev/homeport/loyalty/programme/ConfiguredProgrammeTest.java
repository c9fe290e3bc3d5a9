package dev.homeport.loyalty.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredProgrammeTest {
  private static final String PREFIX = "homeport.loyalty.programme.";

  @Test
  void settingsThatAreNotGivenHaveDefaults() {
    Programme programme = configured(Map.of("points.EUR", "1.5")).programme();
    assertThat(programme.rates().of(Currency.getInstance("EUR"))).contains(new BigDecimal("1.5"));
    assertThat(programme.floor()).isEqualTo(new OverdraftFloor.Unlimited());
    assertThat(programme.life()).isEqualTo(new LotLife.Never());
    assertThat(programme.basis()).isEqualTo(Basis.WHOLE);
  }

  @Test
  void everyFaultIsNamedWithItsPropertyAtOnce() {
    var faults =
        configured(
                Map.of(
                    "key", "No Key",
                    "version", "0",
                    "points.EURO", "1",
                    "rounding", "unnecessary",
                    "overdraft", "some",
                    "lots-expire-after-months", "0"))
            .faults();
    assertThat(faults)
        .extracting(fault -> fault.substring(0, fault.indexOf(':')))
        .containsExactlyInAnyOrder(
            PREFIX + "key",
            PREFIX + "version",
            PREFIX + "points",
            PREFIX + "rounding",
            PREFIX + "overdraft",
            PREFIX + "lots-expire-after-months");
  }

  @Test
  void aProgrammeWithoutAnyCurrencyIsAFault() {
    assertThat(configured(Map.of()).faults())
        .containsExactly(PREFIX + "points: a programme needs the points of at least one currency");
  }

  private static ConfiguredProgramme configured(Map<String, String> settings) {
    var values = new HashMap<String, String>();
    settings.forEach((name, value) -> values.put(PREFIX + name, value));
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(ProgrammeConfig.class)
            .withDefaultValues(values)
            .build();
    return new ConfiguredProgramme(config.getConfigMapping(ProgrammeConfig.class));
  }
}
