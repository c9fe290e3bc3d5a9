package dev.homeport.gateway.forward;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the body of a request begins and ends. */
final class Framing {
  private static final int MAX_DIGITS = 18;

  private Framing() {}

  /** Why the framing is refused: two servers might see different requests in it. */
  static Optional<String> fault(HttpServerRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    List<String> lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
    if (!codings.isEmpty()) {
      boolean chunked = codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked");
      if (!chunked || !lengths.isEmpty() || request.version() == HttpVersion.HTTP_1_0) {
        return Optional.of("Transfer-Encoding must be chunked, alone, and without Content-Length.");
      }
    }
    if (lengths.size() > 1 || (lengths.size() == 1 && !isLength(lengths.getFirst()))) {
      return Optional.of("Content-Length must be one number.");
    }
    return Optional.empty();
  }

  private static boolean isLength(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether a body follows, be it empty. */
  static boolean hasBody(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2
        ? !request.isEnded()
        : request.headers().contains(HttpHeaders.CONTENT_LENGTH)
            || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  /** The announced length; -1 when none is. */
  static long length(HttpServerRequest request) {
    return number(request.getHeader(HttpHeaders.CONTENT_LENGTH));
  }

  static long number(@Nullable String text) {
    return text == null || !isLength(text) ? -1 : Long.parseLong(text);
  }
}
