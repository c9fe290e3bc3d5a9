package dev.homeport.gateway.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.homeport.gateway.upstream.Upstream;
import dev.homeport.gateway.upstream.Upstreams;
import dev.homeport.platform.asyncapi.EventContractRoute;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The merged document of events. The services are asked when somebody asks here, at most every half
 * minute, or every second while one of them has never answered; one that does not answer keeps the
 * document that it had.
 */
@ApplicationScoped
class SuiteEventsDocument {
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final Duration INCOMPLETE = Duration.ofSeconds(1);

  private final Upstreams upstreams;
  private final EventContractRoute own;
  private final ObjectMapper json;
  private final YAMLMapper yaml =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();
  private final Map<String, JsonNode> known = new TreeMap<>();
  private @Nullable Edition edition;
  private long askedAt;

  SuiteEventsDocument(Upstreams upstreams, EventContractRoute own, ObjectMapper json) {
    this.upstreams = upstreams;
    this.own = own;
    this.json = json;
  }

  /** In both forms. */
  record Edition(Representation json, Representation yaml) {}

  /** Blocks while the services are asked, each for a moment at the most. */
  synchronized Edition edition() {
    Edition present = edition;
    long age = System.nanoTime() - askedAt;
    Duration good = known.size() == upstreams.all().size() ? FRESH : INCOMPLETE;
    if (present != null && age < good.toNanos()) {
      return present;
    }
    boolean changed = ask();
    askedAt = System.nanoTime();
    if (present == null || changed) {
      present = print();
      edition = present;
    }
    return present;
  }

  private boolean ask() {
    List<Upstream> services = List.copyOf(upstreams.all());
    List<Future<JsonNode>> answers =
        services.stream()
            .map(
                service ->
                    upstreams
                        .document(service, "/q/asyncapi")
                        .map(this::read)
                        .otherwise(json.missingNode()))
            .toList();
    Future.all(answers).toCompletionStage().toCompletableFuture().join();
    boolean changed = false;
    for (int i = 0; i < services.size(); i++) {
      JsonNode answer = answers.get(i).result();
      if (answer.isObject()) {
        changed |= !answer.equals(known.put(services.get(i).name(), answer));
      }
    }
    return changed;
  }

  private JsonNode read(Buffer document) {
    try {
      return json.readTree(document.getBytes());
    } catch (IOException _) {
      return json.missingNode();
    }
  }

  private Edition print() {
    var all = new ArrayList<ServiceEvents>();
    var missing = new ArrayList<String>();
    own.document()
        .ifPresent(document -> all.add(new ServiceEvents("gateway", document.deepCopy())));
    for (Upstream service : upstreams.all()) {
      JsonNode document = known.get(service.name());
      if (document == null) {
        missing.add(service.name());
      } else {
        all.add(new ServiceEvents(service.name(), document.deepCopy()));
      }
    }
    ObjectNode merged = SuiteEvents.merge(all, missing);
    try {
      return new Edition(
          Representation.of("application/json", json.writeValueAsBytes(merged)),
          Representation.of(
              "application/yaml",
              yaml.writeValueAsString(merged).getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The merged document cannot be written", e);
    }
  }
}
