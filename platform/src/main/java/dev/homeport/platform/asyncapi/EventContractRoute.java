package dev.homeport.platform.asyncapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** {@code GET /q/asyncapi}: what this service says of its events, beside {@code /q/openapi}. */
@ApplicationScoped
public class EventContractRoute {
  private static final int ORDER = -90_000;

  private final Optional<ObjectNode> document = EventContract.onTheClassPath();

  /** The document; empty for a program without events. Not to be changed. */
  public Optional<ObjectNode> document() {
    return document;
  }

  void install(@Observes Router router) {
    document
        .map(ObjectNode::toString)
        .ifPresent(
            text ->
                router
                    .get("/q/asyncapi")
                    .order(ORDER)
                    .handler(
                        context ->
                            context
                                .response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                                .end(text)));
  }
}
