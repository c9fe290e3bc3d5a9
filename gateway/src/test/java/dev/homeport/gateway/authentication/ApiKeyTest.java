package dev.homeport.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

  @Test
  void aKeyIsTheClientInOneWord() {
    var key = new ApiKey("tenant-acme", "s3cr:et~");
    assertThat(ApiKey.read(key.text())).contains(key);
    assertThat(key.text()).startsWith("hp_").doesNotContain("=", "+", "/");
  }

  @Test
  void aKeyDoesNotPrintItsSecret() {
    assertThat(new ApiKey("tenant-acme", "s3cret")).asString().doesNotContain("s3cret");
  }

  @Test
  void whatCannotBeAKeyIsNone() {
    for (String text :
        List.of(
            "hp_",
            "hp_***",
            "xx_" + encoded("a:b"),
            "hp_" + encoded("nocolon"),
            "hp_" + encoded(":secret"),
            "hp_" + encoded("client:"),
            "hp_" + encoded("client:sec ret"),
            "hp_" + encoded("client:\u0000"),
            "hp_" + encoded("client:\u00e4"),
            "hp_" + encoded("c".repeat(600) + ":s"))) {
      assertThat(ApiKey.read(text)).as(text).isEmpty();
    }
  }

  private static String encoded(String pair) {
    return Base64.getUrlEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
