package dev.homeport.loyalty.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Shows in the API's description one real answer of each operation, from a file by operationId. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ExampleAnswers implements OASFilter {
  private static final String FILE = "/openapi-examples.json";

  private final Map<String, Object> answers = read();

  @Override
  public @Nullable Operation filterOperation(Operation operation) {
    Object answer = answers.get(String.valueOf(operation.getOperationId()));
    if (answer != null && operation.getResponses() != null) {
      operation.getResponses().getAPIResponses().entrySet().stream()
          .filter(response -> response.getKey().startsWith("2"))
          .forEach(response -> show(response.getValue(), answer));
    }
    return operation;
  }

  private static void show(APIResponse response, Object answer) {
    if (response.getContent() != null) {
      MediaType type = response.getContent().getMediaType("application/json");
      if (type != null) {
        type.addExample("answer", OASFactory.createExample().value(answer));
      }
    }
  }

  private static Map<String, Object> read() {
    try (InputStream file = ExampleAnswers.class.getResourceAsStream(FILE)) {
      return new ObjectMapper()
          .readValue(Objects.requireNonNull(file, FILE), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
