package dev.homeport.customer.privacy;

import dev.homeport.platform.event.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP of JSON: a file for each part of what a service holds. */
final class Archive {
  private Archive() {}

  static byte[] of(List<PrivacyDesk.Holding> holdings) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (PrivacyDesk.Holding holding : holdings) {
        zip.putNextEntry(
            new ZipEntry(
                "%s/%s-%d.json".formatted(holding.service(), holding.holding(), holding.part())));
        zip.write(EventJson.write(holding.rows()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
