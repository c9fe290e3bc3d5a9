package dev.homeport.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the key of the request at hand and takes its fingerprint. */
@ApplicationScoped
public class KeyedRequests {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final RoutingContext request;
  private final SecurityIdentity identity;
  private final ObjectWriter canonical;

  KeyedRequests(RoutingContext request, SecurityIdentity identity, ObjectMapper json) {
    this.request = request;
    this.identity = identity;
    this.canonical =
        json.copy()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true)
            .writer();
  }

  /**
   * @param body as parsed, so that blanks and the order of fields do not matter; null for a body
   *     that is streamed, which is then not part of the fingerprint
   * @throws Problem 400 when the key is malformed, or missing where it is required
   */
  public Optional<KeyedRequest> current(@Nullable Object body, boolean required) {
    String header = request.request().getHeader("Idempotency-Key");
    if (header == null) {
      if (required) {
        throw Problem.of(
            CommonProblem.IDEMPOTENCY_KEY_REQUIRED,
            "Send an Idempotency-Key header with a value of your own that is new for each request.");
      }
      return Optional.empty();
    }
    return Optional.of(new KeyedRequest(scope(), key(header), fingerprint(body)));
  }

  /** Client, method and path: two orders' payments do not share keys. */
  private String scope() {
    return identity.getPrincipal().getName()
        + " "
        + request.request().method()
        + " "
        + request.normalizedPath();
  }

  /** Clients send it bare or, as the draft standard says, as a quoted string. */
  private static String key(String header) {
    boolean quoted = header.length() >= 2 && header.startsWith("\"") && header.endsWith("\"");
    String key = quoted ? header.substring(1, header.length() - 1) : header;
    if (!KEY.matcher(key).matches()) {
      throw Problem.of(
          CommonProblem.INVALID_PARAMETER,
          "An Idempotency-Key has 1 to 255 visible ASCII characters.");
    }
    return key;
  }

  private byte[] fingerprint(@Nullable Object body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(request.normalizedPath().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(sortedQuery().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      if (body != null) {
        digest.update(canonical.writeValueAsBytes(body));
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException("A request could not be fingerprinted", e);
    }
  }

  private String sortedQuery() {
    String query = request.request().query();
    if (query == null) {
      return "";
    }
    String[] parts = query.split("&");
    Arrays.sort(parts);
    return String.join("&", parts);
  }
}
