package dev.homeport.loyalty.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.Engine;
import dev.homeport.loyalty.rating.Together;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.identity.IdentityMapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every sample that the producers promise can be read, and means what they mean by it. */
class SamplesTest {
  private static final Path ORDERS = Path.of("..", "order-service", "contracts", "samples");
  private static final Path CUSTOMERS = Path.of("..", "customer-service", "contracts", "samples");
  private static final Versions PROGRAMME = Programmes.with("none");

  @Test
  void ordersAreRated() throws IOException {
    for (String sample : samples(ORDERS, "order-recorded")) {
      var fact = EventJson.read(sample, OrderRecorded.class).fact();
      assertThat(fact.revision()).isPositive();
      assertThat(points(fact)).isNotNegative();
    }
    String returned = Files.readString(ORDERS.resolve("order-recorded.json"));
    var fact = EventJson.read(returned, OrderRecorded.class).fact();
    assertThat(points(fact)).isEqualTo(13);
    assertThat(fact.effectiveAt()).isAfter(fact.occurredAt());
  }

  @Test
  void freeReturnsTakePointsBackUnlessTheyCountOnAnOrder() throws IOException {
    for (String sample : samples(ORDERS, "free-return-recorded")) {
      var recorded = EventJson.read(sample, FreeReturnRecorded.class);
      assertThat(points(recorded.fact())).isEqualTo(recorded.reversed() ? 0 : -27);
    }
  }

  @Test
  void mappingsNameTheirCustomer() throws IOException {
    for (String sample : samples(CUSTOMERS, "identity-mapped")) {
      var mapping = EventJson.read(sample, IdentityMapped.class);
      assertThat(mapping.customerId()).isNotNull();
      assertThat(mapping.revision()).isPositive();
      assertThat(mapping.epoch()).isPositive();
    }
  }

  private static long points(Fact fact) {
    return Engine.rate(PROGRAMME, List.of(fact), Together.ALONE).getFirst().points();
  }

  private static List<String> samples(Path folder, String event) throws IOException {
    try (var files = Files.list(folder)) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().startsWith(event)).toList();
      assertThat(found).as(event).isNotEmpty();
      return found.stream().map(SamplesTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
