package dev.homeport.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuessesTest {

  @Test
  void anAddressIsItsNetworkInIpv6() {
    assertThat(Guesses.network("10.0.0.1")).isNotEqualTo(Guesses.network("10.0.0.2"));
    assertThat(Guesses.network("2001:db8:1:2::1")).isEqualTo(Guesses.network("2001:db8:1:2:3::9"));
    assertThat(Guesses.network("2001:db8:1:2::1")).isNotEqualTo(Guesses.network("2001:db8:1:3::1"));
    assertThat(Guesses.network("fe80::1%x y")).isEqualTo("fe80::1%x y");
  }
}
