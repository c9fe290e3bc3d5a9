package dev.homeport.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisguisesTest {
  private final Disguises disguises =
      new Disguises(List.of("marketplace.amazon.*", "relay.walmart.com"));

  @ParameterizedTest
  @CsvSource({
    "x@marketplace.amazon.de, true",
    "x@marketplace.amazon.co.uk, true",
    "x@relay.walmart.com, true",
    "x@eu.relay.walmart.com, true",
    "x@notrelay.walmart.com, false",
    "x@walmart.com, false",
    "x@amazon.de, false",
    "x@marketplace.amazonas.de, false"
  })
  void knowTheMailOfMarketplaces(String address, boolean relayed) {
    assertThat(disguises.relayed(new EmailAddress(address))).isEqualTo(relayed);
  }

  @Test
  void knowStars() {
    assertThat(Disguises.masked("J***n")).isTrue();
    assertThat(Disguises.masked("Jan")).isFalse();
  }
}
