package dev.homeport.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.gateway.testing.FixedWebhookConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "shop.test", "93.184.215.14",
          "inside.test", "10.1.2.3",
          "metadata.test", "169.254.169.254",
          "both.test", "93.184.215.14 127.0.0.1",
          "six.test", "2606:4700:4700::1111 fd00::1",
          "local.test", "127.0.0.1");

  private static final HostResolver RESOLVER =
      host -> {
        String known = NAMES.getOrDefault(host, host.matches("[0-9a-f.:]+") ? host : null);
        if (known == null) {
          throw new UnknownHostException(host);
        }
        return Arrays.stream(known.split(" ")).map(TargetsTest::literal).toList();
      };

  @Test
  void aNameIsLookedUpOnceAndTheAddressComesWithIt() {
    assertThat(targets().find("https://Shop.test/hooks?x=1"))
        .isEqualTo(new Target.Open(true, "shop.test", 443, "/hooks?x=1", literal("93.184.215.14")));
    assertThat(targets().find("https://shop.test:8443"))
        .isEqualTo(new Target.Open(true, "shop.test", 8443, "/", literal("93.184.215.14")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.test/",
        "ftp://shop.test/",
        "file:///etc/passwd",
        "https://",
        "https:///hooks",
        "shop.test/hooks",
        "https://user:secret@shop.test/",
        "https://user@shop.test/",
        "https://shop.test/#part",
        "https://shop.test:22/",
        "https://shop.test:80/",
        "https://shop.test:0/",
        "https://shop.test:70000/",
        "https://inside.test/",
        "https://metadata.test/latest/meta-data",
        "https://both.test/",
        "https://six.test/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[fd00::1]/",
        "https://169.254.169.254/latest",
        "https://shop.test\\@inside.test/",
        "https://shop.test /"
      })
  void whatIsNotAnAddressOfThePublicInternetByHttpsIsRefused(String url) {
    assertThat(targets().find(url)).isInstanceOf(Target.Refused.class);
  }

  @Test
  void aHostWithoutAnAddressIsUnknown() {
    assertThat(targets().find("https://nowhere.test/")).isEqualTo(new Target.Unknown());
  }

  @Test
  void theAllowListAlsoTakesWhatIsNotPublicAndWithoutTls() {
    assertThat(targets("local.test:9000").find("http://local.test:9000/a"))
        .isEqualTo(new Target.Open(false, "local.test", 9000, "/a", literal("127.0.0.1")));
    assertThat(targets("local.test:9000").find("http://local.test:9001/a"))
        .isInstanceOf(Target.Refused.class);
    assertThat(targets("127.0.0.0/8").find("http://local.test/")).isInstanceOf(Target.Open.class);
    assertThat(targets("127.0.0.0/8").find("http://inside.test/"))
        .isInstanceOf(Target.Refused.class);
    assertThat(targets("127.0.0.0/8").find("https://both.test/"))
        .isInstanceOf(Target.Refused.class);
  }

  @Test
  void productionDoesNotStartWithAnAllowList() {
    assertThat(Targets.faults(List.of("localhost"), true)).hasSize(1);
    assertThat(Targets.faults(List.of("localhost"), false)).isEmpty();
    assertThat(Targets.faults(List.of(), true)).isEmpty();
    assertThat(Targets.faults(List.of("127.0.0.0/99"), false)).hasSize(1);
    assertThat(Targets.faults(List.of("local.test/8"), false)).hasSize(1);
  }

  private static Targets targets(String... allowed) {
    return new Targets(
        RESOLVER, new FixedWebhookConfig(List.of(allowed), Duration.ofSeconds(1)), true);
  }

  private static InetAddress literal(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
