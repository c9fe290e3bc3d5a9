package dev.homeport.analytics.value.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads and writes documents, and remembers those that were read last: they never change. */
@ApplicationScoped
class ModelDocuments {
  private static final int REMEMBERED = 64;

  /** PostgreSQL writes the smallest doubles out, with all their zeros. */
  private static final int LONGEST_NUMBER = 1_100;

  private final ObjectMapper json;
  private final Map<UUID, ModelDocument> recent = new Recent();

  ModelDocuments(ObjectMapper json) {
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.json
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNumberLength(LONGEST_NUMBER).build());
  }

  String write(ModelDocument document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A model cannot be written", e);
    }
  }

  ModelDocument get(UUID id, Supplier<String> text) {
    synchronized (recent) {
      ModelDocument known = recent.get(id);
      if (known != null) {
        return known;
      }
    }
    ModelDocument read = read(text.get());
    synchronized (recent) {
      recent.put(id, read);
    }
    return read;
  }

  private ModelDocument read(String text) {
    try {
      return json.readValue(text, ModelDocument.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A model cannot be read", e);
    }
  }

  private static final class Recent extends LinkedHashMap<UUID, ModelDocument> {
    private static final long serialVersionUID = 1;

    private Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, ModelDocument> eldest) {
      return size() > REMEMBERED;
    }
  }
}
