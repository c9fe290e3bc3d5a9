package dev.homeport.customer.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.customer.contact.Disguises;
import dev.homeport.customer.person.Sighting;
import dev.homeport.platform.event.EventJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What order-service promises can be read here. */
class BuyerSamplesTest {
  private static final Path SAMPLES = Path.of("../order-service/contracts/samples");

  private final Sightings sightings =
      new Sightings(new Disguises(List.of("marketplace.amazon.*")), new SimpleMeterRegistry());

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsASighting(Path sample) throws IOException {
    BuyerSeen buyer = EventJson.read(Files.readString(sample), BuyerSeen.class);

    Sighting sighting = sightings.read(buyer);

    assertThat(buyer.identityId()).isNotNull();
    assertThat(sighting.seenAt()).isEqualTo(buyer.seenAt());
    assertThat(sighting.country()).isEqualTo(buyer.country());
    assertThat(sighting.name() == null).isEqualTo(buyer.name() == null);
    long said =
        Stream.of(buyer.email(), buyer.phone(), buyer.address()).filter(v -> v != null).count();
    assertThat(sighting.contacts()).hasSize((int) said);
  }

  @Test
  void thereAreSamples() throws IOException {
    assertThat(samples()).isNotEmpty();
  }

  private static Stream<Path> samples() throws IOException {
    try (var files = Files.list(SAMPLES)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("buyer-seen"))
          .sorted()
          .toList()
          .stream();
    }
  }
}
