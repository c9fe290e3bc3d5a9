package dev.homeport.platform.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The committed {@code contracts/asyncapi.yaml} of a service as one document: the schemas of
 * events, which lie in files beside it, become components of it, and what they refer to within
 * themselves is found there.
 */
public final class EventContract {
  private static final String DOCUMENT = "asyncapi.yaml";
  private static final String REFERENCE = "$ref";
  private static final String COMPONENTS = "#/components/schemas/";
  private static final String FORMAT = "application/schema+json;version=draft-2020-12";
  private static final String SUFFIX = ".schema.json";

  private final ObjectMapper yaml = new YAMLMapper();
  private final ObjectMapper json = new ObjectMapper();
  private final Files files;
  private final ObjectNode document;

  /** Where the files of a contract are. */
  @FunctionalInterface
  public interface Files {
    /** Null when there is none of that name. */
    @Nullable InputStream open(String name) throws IOException;
  }

  private EventContract(Files files, InputStream text) throws IOException {
    this.files = files;
    this.document = (ObjectNode) yaml.readTree(text);
  }

  /** The document on the class path; empty for a program without events. */
  static Optional<ObjectNode> onTheClassPath() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return read(name -> loader.getResourceAsStream("contracts/" + name));
  }

  /** The document of those files; empty when they hold none. */
  public static Optional<ObjectNode> read(Files files) {
    try (InputStream text = files.open(DOCUMENT)) {
      return text == null
          ? Optional.empty()
          : Optional.of(new EventContract(files, text).inOnePiece());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode inOnePiece() throws IOException {
    for (var message : document.at("/components/messages").properties()) {
      ObjectNode payload = (ObjectNode) message.getValue().path("payload");
      JsonNode reference =
          payload.has(REFERENCE) ? payload.get(REFERENCE) : payload.at("/schema/" + REFERENCE);
      if (reference.isTextual() && reference.textValue().endsWith(SUFFIX)) {
        String name = component(reference.textValue());
        ObjectNode schemas =
            document.withObjectProperty("components").withObjectProperty("schemas");
        if (!schemas.has(name)) {
          ObjectNode schema = schemas.putObject(name).put("schemaFormat", FORMAT);
          schema.set("schema", schema(reference.textValue(), name));
        }
        payload.removeAll();
        payload.put(REFERENCE, COMPONENTS + name);
      }
    }
    return document;
  }

  /** {@code events/tier-changed.v1.schema.json} is {@code tier-changed.v1}. */
  private static String component(String file) {
    return file.substring(file.lastIndexOf('/') + 1, file.length() - SUFFIX.length());
  }

  /** Without its own address, by which references within it would be looked for elsewhere. */
  private JsonNode schema(String file, String name) throws IOException {
    try (InputStream text = files.open(file)) {
      if (text == null) {
        throw new IllegalStateException("The contract names " + file + ", which is not there");
      }
      ObjectNode schema = (ObjectNode) json.readTree(text);
      schema.remove(List.of("$id", "$schema"));
      move(schema, COMPONENTS + name + "/schema");
      return schema;
    }
  }

  private static void move(JsonNode part, String place) {
    if (part instanceof ObjectNode object && object.path(REFERENCE).asText().startsWith("#/")) {
      object.put(REFERENCE, place + object.path(REFERENCE).asText().substring(1));
    }
    part.forEach(inner -> move(inner, place));
  }
}
