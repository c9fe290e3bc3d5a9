package dev.homeport.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class SecretsTest {
  private static final String PLAIN = "{\"name\":\"Änne Müller\"}";

  @Inject DayKeys days;
  @Inject SealedEvents events;
  @Inject TenantVault vault;
  @Inject CurrentTenant currentTenant;

  private final UUID tenant = TestTenants.create();
  private final UUID other = TestTenants.create();

  @Test
  void whatIsClosedIsOpenedByItsTenantAlone() {
    String closed = as(tenant, () -> days.closeText(PLAIN, "answer"));

    assertThat(closed)
        .doesNotContain("nne")
        .isNotEqualTo(as(tenant, () -> days.closeText(PLAIN, "answer")));
    assertThat(as(tenant, () -> days.openText(closed, "answer"))).contains(PLAIN);
    assertThatThrownBy(() -> as(tenant, () -> days.openText(closed, "input")))
        .isInstanceOf(IllegalStateException.class);
    as(other, () -> days.closeText(PLAIN, "answer"));
    assertThatThrownBy(() -> as(other, () -> days.openText(closed, "answer")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(as(tenant, () -> days.openText(PLAIN, "answer"))).contains(PLAIN);
  }

  @Test
  void anEventIsOpenedByEveryServiceOfItsTenant() {
    String sealed = as(tenant, () -> events.close(PLAIN));

    assertThat(sealed).startsWith("{\"sealedKey\":").doesNotContain("nne");
    assertThat(as(tenant, () -> events.open(sealed))).isEqualTo(PLAIN);
    assertThat(as(tenant, () -> events.open(PLAIN))).isEqualTo(PLAIN);
    assertThatThrownBy(() -> as(other, () -> events.open(sealed)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatLiesUnderADestroyedKeyIsGone() {
    String closed = as(tenant, () -> days.closeText(PLAIN, "answer"));
    String aside = as(tenant, () -> events.aside(events.close(PLAIN)));
    assertThat(as(tenant, () -> events.open(aside))).isEqualTo(PLAIN);

    days.destroyUpTo(LocalDate.now(ZoneOffset.UTC));

    assertThat(as(tenant, () -> days.openText(closed, "answer"))).isEmpty();
    assertThatThrownBy(() -> as(tenant, () -> events.open(aside)))
        .isInstanceOf(SealedEvents.KeyDestroyed.class);
    String again = as(tenant, () -> days.closeText(PLAIN, "answer"));
    assertThatThrownBy(() -> as(tenant, () -> days.openText(closed, "answer")))
        .as("the day has another key now")
        .isInstanceOf(IllegalStateException.class);
    assertThat(as(tenant, () -> days.openText(again, "answer"))).contains(PLAIN);
  }

  @Test
  void aWrappedKeyIsForWhatItWasWrappedFor() {
    byte[] wrapped = vault.wrap(tenant, Seal.newKey(), "anna");

    assertThat(vault.unwrap(tenant, wrapped, "anna").getEncoded()).hasSize(Seal.KEY_BYTES);
    assertThatThrownBy(() -> vault.unwrap(tenant, wrapped, "berta"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.unwrap(other, wrapped, "anna"))
        .isInstanceOf(IllegalStateException.class);
  }

  private <T> T as(UUID owner, Supplier<T> work) {
    return currentTenant.call(owner, work::get);
  }
}
