package dev.homeport.platform.paging;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Makes and opens cursors: base64url of the first 16 bytes of {@code HMAC-SHA256(key, context,
 * values)} and the values. The context is not carried in the cursor, the reader must present it.
 */
final class CursorSeal {
  private static final int TAG = 16;
  private static final int MAX_VALUES = 16;

  private final SecretKey key;

  CursorSeal(SecretKey key) {
    this.key = key;
  }

  String seal(List<String> context, List<String> values) {
    byte[] payload = bytes(values);
    byte[] cursor = Arrays.copyOf(tag(context, payload), TAG + payload.length);
    System.arraycopy(payload, 0, cursor, TAG, payload.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }

  List<String> open(List<String> context, String text) {
    byte[] cursor = decode(text);
    if (cursor.length <= TAG) {
      throw invalid();
    }
    byte[] payload = Arrays.copyOfRange(cursor, TAG, cursor.length);
    if (!MessageDigest.isEqual(tag(context, payload), Arrays.copyOf(cursor, TAG))) {
      throw invalid();
    }
    return values(payload);
  }

  private byte[] tag(List<String> context, byte[] payload) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(bytes(context));
      return Arrays.copyOf(mac.doFinal(payload), TAG);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Length-prefixed, so that no two lists of texts have the same bytes. */
  private static byte[] bytes(List<String> texts) {
    var buffer = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(buffer)) {
      out.writeInt(texts.size());
      for (String text : texts) {
        out.writeUTF(text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.toByteArray();
  }

  private static List<String> values(byte[] payload) {
    try (var in = new DataInputStream(new ByteArrayInputStream(payload))) {
      int size = Math.min(in.readInt(), MAX_VALUES);
      var values = new ArrayList<String>(size);
      for (int i = 0; i < size; i++) {
        values.add(in.readUTF());
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw invalid();
    }
  }

  static Problem invalid() {
    return Problem.of(
            CommonProblem.INVALID_CURSOR,
            "A cursor belongs to one list with one set of filters; start again without it.")
        .in("cursor", "is not a cursor of this list");
  }
}
