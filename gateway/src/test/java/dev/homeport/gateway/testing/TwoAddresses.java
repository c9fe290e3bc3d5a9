package dev.homeport.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Two addresses of one service, a third for its canary in a file that is read again, quick circuit
 * breakers, and little room.
 */
public final class TwoAddresses extends GatewayEnvironment {
  public static final String FIRST = "test.first";
  public static final String SECOND = "test.second";
  public static final String CANARY = "test.canary";
  public static final String FILE = "homeport.gateway.upstream.file";

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = super.start();
    String upstream = "homeport.gateway.upstream.";
    String classes = "homeport.gateway.traffic.classes.";
    settings.put(FIRST, address());
    settings.put(SECOND, address());
    settings.put(CANARY, address());
    settings.put(
        "homeport.gateway.services.order-service",
        settings.get(FIRST) + ',' + settings.get(SECOND));
    settings.put(FILE, file().toString());
    settings.put(upstream + "file-refresh", "100ms");
    settings.put(upstream + "breaker-calls", "5");
    settings.put(upstream + "breaker-pause", "500ms");
    settings.put(upstream + "breaker-longest-pause", "500ms");
    settings.put("homeport.gateway.traffic.per-address", "20");
    settings.put(classes + "urgent.routes", "POST /v1/parcels");
    settings.put(classes + "background.routes", "/v1/slow-reports*");
    settings.put(classes + "background.first-byte-timeout", "3s");
    settings.put(classes + "standard.first-byte-timeout", "500ms");
    settings.put(classes + "standard.total-timeout", "2s");
    return settings;
  }

  private static Path file() {
    try {
      Path file = Files.createTempFile("addresses", ".properties");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
