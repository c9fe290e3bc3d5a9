package dev.homeport.gateway.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.homeport.gateway.upstream.Routes;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The merged document, made anew when it is asked for and a service has published another one. */
@ApplicationScoped
class SuiteDocument {
  private final Routes routes;
  private final OpenApiDocumentService own;
  private final ObjectMapper json;
  private final YAMLMapper yaml =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();
  private volatile @Nullable Edition edition;

  SuiteDocument(Routes routes, OpenApiDocumentService own, ObjectMapper json) {
    this.routes = routes;
    this.own = own;
    this.json = json;
  }

  /**
   * @param source the documents that it was made of
   */
  record Edition(Map<String, Buffer> source, Representation json, Representation yaml) {}

  Edition edition() {
    Edition present = edition;
    return present != null && present.source() == routes.documents() ? present : renew();
  }

  private synchronized Edition renew() {
    Map<String, Buffer> source = routes.documents();
    Edition present = edition;
    if (present == null || present.source() != source) {
      present = print(source);
      edition = present;
    }
    return present;
  }

  private Edition print(Map<String, Buffer> source) {
    try {
      ObjectNode merged = merge(source);
      return new Edition(
          source,
          Representation.of("application/json", json.writeValueAsBytes(merged)),
          Representation.of(
              "application/yaml",
              yaml.writeValueAsString(merged).getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The merged document cannot be written", e);
    }
  }

  private ObjectNode merge(Map<String, Buffer> source) {
    var apis = new ArrayList<ServiceApi>();
    var missing = new ArrayList<String>();
    try {
      byte[] gateway = own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
      apis.add(ServiceApi.ofTheGateway(json.readTree(gateway)));
      for (String service : routes.services()) {
        Buffer document = source.get(service);
        if (document == null) {
          missing.add(service);
        } else {
          apis.add(ServiceApi.of(service, json.readTree(document.getBytes())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SuiteApi.merge(List.copyOf(apis), missing);
  }
}
