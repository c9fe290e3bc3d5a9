package dev.homeport.customer.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.privacy.AccessContributed;
import dev.homeport.platform.privacy.ErasureConfirmed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we promise: samples, schemas and code say the same. */
class EventSamplesTest {
  private static final Path CONTRACTS = Path.of("contracts");

  private record Promise(String name, Class<?> type) {}

  private static final List<Promise> PROMISES =
      List.of(
          new Promise("erasure-asked", PrivacyAsked.class),
          new Promise("erasure-confirmed", ErasureConfirmed.class),
          new Promise("access-asked", PrivacyAsked.class),
          new Promise("access-contributed", AccessContributed.class),
          new Promise("consent-changed", ConsentChanged.class),
          new Promise("identity-mapped", IdentityMapped.class),
          new Promise("customer-changed", CustomerChanged.class));

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsWhatTheCodeWrites(Path sample) throws IOException {
    String json = Files.readString(sample).strip();

    String written = EventJson.write(EventJson.read(json, promise(sample).type()));

    assertThat(written).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleSatisfiesItsSchema(Path sample) throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                Files.readString(
                    CONTRACTS.resolve("events/" + promise(sample).name() + ".v1.schema.json")));

    var faults =
        schema.validate(
            Files.readString(sample),
            InputFormat.JSON,
            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));

    assertThat(faults).isEmpty();
  }

  @Test
  void everyPromiseHasASample() throws IOException {
    var names = samples().map(sample -> promise(sample).name()).toList();

    assertThat(PROMISES).allSatisfy(promise -> assertThat(names).contains(promise.name()));
  }

  private static Promise promise(Path sample) {
    return PROMISES.stream()
        .filter(promise -> sample.getFileName().toString().startsWith(promise.name()))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Path> samples() throws IOException {
    try (var files = Files.list(CONTRACTS.resolve("samples"))) {
      return files.sorted().toList().stream();
    }
  }
}
