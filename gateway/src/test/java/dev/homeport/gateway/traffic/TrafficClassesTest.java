package dev.homeport.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.gateway.route.Route;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficClassesTest {
  private static final String CLASSES = "homeport.gateway.traffic.classes.";

  @Test
  void theLongestNameOfARouteCounts() {
    var classes =
        classes(
            Map.of(
                CLASSES + "standard.share", "80",
                CLASSES + "a.routes", "/v1/reports*,/v1/orders",
                CLASSES + "b.routes", "/v1/reports/daily*,POST /v1/orders",
                CLASSES + "c.routes", "GET /v1/reports/daily*"));
    assertThat(name(classes, "GET", "/v1/reports/{id}")).isEqualTo("a");
    assertThat(name(classes, "POST", "/v1/reports/daily/{id}")).isEqualTo("b");
    assertThat(name(classes, "GET", "/v1/reports/daily/{id}")).isEqualTo("c");
    assertThat(name(classes, "GET", "/v1/orders")).isEqualTo("a");
    assertThat(name(classes, "POST", "/v1/orders")).isEqualTo("b");
    assertThat(name(classes, "POST", "/v1/orders/{id}")).isEqualTo("standard");
    assertThat(classes.faults()).isEmpty();
  }

  @Test
  void whatCannotBeIsTold() {
    var classes =
        classes(
            Map.of(
                CLASSES + "a.routes", "/v1/orders",
                CLASSES + "a.share", "0",
                CLASSES + "b.routes", "/v1/orders",
                CLASSES + "b.total-timeout", "0s"));
    assertThat(classes.faults()).hasSize(4);
  }

  /** Where little is left, it is left to those with the larger share. */
  @Test
  void theLastPlacesAreForWhatMattersMost() {
    var room = new Room();
    var low = kind("low", 25);
    var high = kind("high", 100);
    int entered = 0;
    while (room.enter(low, 8)) {
      entered++;
    }
    assertThat(entered).isEqualTo(2);
    while (room.enter(high, 8)) {
      entered++;
    }
    assertThat(entered).isEqualTo(8);
    room.leave();
    assertThat(room.enter(low, 8)).isFalse();
    assertThat(room.enter(high, 8)).isTrue();
  }

  private static TrafficClass kind(String name, int share) {
    var second = Duration.ofSeconds(1);
    return new TrafficClass(name, share, second, second);
  }

  private static String name(TrafficClasses classes, String method, String template) {
    return classes.of(new Route("order-service", method, template, false)).name();
  }

  private static TrafficClasses classes(Map<String, String> properties) {
    var config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(properties, "test", 100))
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(TrafficConfig.class)
            .build();
    return new TrafficClasses(config.getConfigMapping(TrafficConfig.class));
  }
}
