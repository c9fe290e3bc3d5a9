package dev.homeport.gateway.document;

import dev.homeport.gateway.browser.AcceptEncoding;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A text that is served as it is, kept compressed. */
public final class Representation {
  private static final int TAG_LENGTH = 32;

  private final String type;
  private final byte[] compressed;
  private final String tag;

  private Representation(String type, byte[] compressed, String tag) {
    this.type = type;
    this.compressed = compressed;
    this.tag = tag;
  }

  /**
   * @param type the media type
   */
  public static Representation of(String type, byte[] content) {
    return new Representation(type, compress(content), hash(content));
  }

  /**
   * The answer that carries it, compressed where the client takes that. Its entity tag lets a
   * client ask again without having it sent again.
   *
   * @param acceptEncoding the header of the request
   */
  public ResponseBuilder<byte[]> answer(@Nullable String acceptEncoding) {
    boolean gzip = AcceptEncoding.takesGzip(acceptEncoding);
    var answer =
        ResponseBuilder.ok(gzip ? compressed : content(), type)
            .tag(new EntityTag(gzip ? tag + "-gzip" : tag))
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .header(HttpHeaders.CACHE_CONTROL, "no-cache")
            .header("X-Content-Type-Options", "nosniff");
    return gzip ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
  }

  private byte[] content() {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] compress(byte[] content) {
    var out = new ByteArrayOutputStream(content.length / 3);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, TAG_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
