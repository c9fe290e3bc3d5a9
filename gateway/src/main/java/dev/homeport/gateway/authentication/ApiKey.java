package dev.homeport.gateway.authentication;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A client's id and secret in one word: {@code hp_} and the base64url of {@code clientId:secret}.
 */
public record ApiKey(String clientId, String secret) {
  private static final String PREFIX = "hp_";
  private static final int MAX_LENGTH = 512;
  private static final Pattern PAIR =
      Pattern.compile("([\\x21-\\x39\\x3b-\\x7e]+):([\\x21-\\x7e]+)");

  /** Whether a bearer credential is meant to be one. */
  static boolean looksLike(String credential) {
    return credential.startsWith(PREFIX);
  }

  /** Empty when it cannot be one. */
  static Optional<ApiKey> read(String credential) {
    if (!looksLike(credential) || credential.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      byte[] pair = Base64.getUrlDecoder().decode(credential.substring(PREFIX.length()));
      var parts = PAIR.matcher(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(pair)));
      return parts.matches()
          ? Optional.of(new ApiKey(parts.group(1), parts.group(2)))
          : Optional.empty();
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** As it is handed out and sent. */
  public String text() {
    byte[] pair = (clientId + ':' + secret).getBytes(StandardCharsets.UTF_8);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(pair);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ApiKey[" + clientId + "]";
  }
}
