package dev.homeport.platform.idempotency;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given: never a 5xx.
 *
 * @param headers those that belong to the answer: Content-Type, Location, ETag, Retry-After
 */
public record StoredAnswer(int status, Map<String, String> headers, @Nullable String body) {

  public StoredAnswer {
    headers = Map.copyOf(headers);
  }

  /** The answer as sent the first time. */
  public Response first() {
    return response().build();
  }

  /** The answer to a repeat. */
  public Response replayed() {
    return response().header("Idempotent-Replayed", "true").build();
  }

  private Response.ResponseBuilder response() {
    Response.ResponseBuilder response = Response.status(status);
    headers.forEach(response::header);
    return body == null ? response : response.entity(body);
  }
}
