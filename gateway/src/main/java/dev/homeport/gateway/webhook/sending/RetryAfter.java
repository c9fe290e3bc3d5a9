package dev.homeport.gateway.webhook.sending;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  /** Nobody can put an event off for longer. */
  static final Duration MOST = Duration.ofDays(1);

  private RetryAfter() {}

  /** What an answer asks for; null when it asks for nothing, or cannot be read. */
  static @Nullable Duration of(int status, @Nullable String header, Instant now) {
    if (header == null || (status != TOO_MANY && status != UNAVAILABLE)) {
      return null;
    }
    Duration wait = read(header.strip(), now);
    if (wait == null || wait.isNegative()) {
      return null;
    }
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }

  private static @Nullable Duration read(String header, Instant now) {
    try {
      return header.matches("[0-9]{1,9}")
          ? Duration.ofSeconds(Long.parseLong(header))
          : Duration.between(
              now, ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException _) {
      return null;
    }
  }
}
