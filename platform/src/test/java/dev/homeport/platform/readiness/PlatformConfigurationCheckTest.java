package dev.homeport.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class PlatformConfigurationCheckTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @Test
  void aMissingOrShortSecretIsAFault() {
    assertThat(PlatformConfigurationCheck.faults(config(Map.of()), false))
        .containsExactly("homeport.secret must have at least 32 characters");
    assertThat(PlatformConfigurationCheck.faults(config(Map.of("homeport.secret", "short")), false))
        .hasSize(1);
  }

  @Test
  void aLocalDefaultIsAFaultInProductionAndItsValueIsNotShown() {
    Config config =
        config(
            Map.of(
                "homeport.secret", "local-only-" + SECRET,
                "homeport.role", "orders",
                "homeport.database.password", "local-only-${homeport.role}",
                "quarkus.datasource.password", "${homeport.database.password}"));

    assertThat(PlatformConfigurationCheck.faults(config, true))
        .hasSize(3)
        .allSatisfy(fault -> assertThat(fault).doesNotContain(SECRET).contains("local default"))
        .anySatisfy(fault -> assertThat(fault).startsWith("homeport.secret "))
        .anySatisfy(fault -> assertThat(fault).startsWith("homeport.database.password "));
    assertThat(PlatformConfigurationCheck.faults(config, false)).isEmpty();
  }

  @Test
  void aLocalRunMayUseTheLocalDefaults() {
    Config config =
        config(Map.of("homeport.secret", "local-only-" + SECRET, "homeport.local-run", "true"));

    assertThat(PlatformConfigurationCheck.faults(config, true)).isEmpty();
  }

  @Test
  void aPropertyThatRefersToAMissingOneDoesNotHideTheOthers() {
    Config config = config(Map.of("homeport.secret", SECRET, "some.url", "http://${nowhere}/"));

    assertThat(PlatformConfigurationCheck.faults(config, true)).isEmpty();
  }

  @Test
  void everyFaultHasItsLine() {
    assertThatThrownBy(() -> StartupCheck.refuse(List.of("a is wrong", "b is wrong")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "Configuration fault: a is wrong"
                + System.lineSeparator()
                + "Configuration fault: b is wrong");
    assertThatCode(() -> StartupCheck.refuse(List.of())).doesNotThrowAnyException();
  }

  private static Config config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build();
  }
}
