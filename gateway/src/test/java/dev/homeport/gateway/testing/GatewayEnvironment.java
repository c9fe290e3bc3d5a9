package dev.homeport.gateway.testing;

import dev.homeport.platform.testing.ServiceEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Ports for the neighbours that a test starts itself: two services and an issuer of tokens. */
public class GatewayEnvironment extends ServiceEnvironment {

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<>(super.start());
    String other = address();
    settings.put("homeport.gateway.services.order-service", address());
    settings.put("homeport.gateway.services.customer-service", other);
    settings.put("homeport.gateway.services.analytics-service", other);
    settings.put("homeport.gateway.services.loyalty-service", other);
    settings.put("homeport.gateway.keycloak.url", address());
    settings.put("homeport.gateway.authentication.issuer", "https://issuer.test");
    settings.put("homeport.gateway.authentication.signing-keys-pause", "100ms");
    settings.put("homeport.gateway.authentication.api-key-lifetime", "1s");
    settings.put("homeport.gateway.upstream.routes-retry", "200ms");
    settings.put("homeport.gateway.upstream.routes-refresh", "200ms");
    settings.put("homeport.gateway.traffic.classes.standard.first-byte-timeout", "3s");
    settings.put("homeport.gateway.forward.idle-timeout", "1s");
    settings.put("homeport.gateway.forward.max-streamed-body", "8M");
    settings.put("homeport.gateway.browser.origins-refresh", "200ms");
    settings.put("homeport.gateway.overview.timeout", "700ms");
    settings.put(
        "homeport.gateway.access-log.file",
        Path.of("target/access-" + System.nanoTime() + ".log").toAbsolutePath().toString());
    settings.putAll(limits());
    settings.putAll(webhooks());
    return settings;
  }

  /** Small plans, and a group of routes with a limit of its own. */
  private static Map<String, String> limits() {
    String plans = "homeport.gateway.limits.plans.";
    return Map.ofEntries(
        Map.entry("homeport.gateway.limits.plan-refresh", "200ms"),
        Map.entry("homeport.gateway.limits.idle", "60s"),
        Map.entry(plans + "tiny.client-per-second", "1"),
        Map.entry(plans + "tiny.client-burst", "30"),
        Map.entry(plans + "narrow.tenant-per-second", "1"),
        Map.entry(plans + "narrow.tenant-burst", "20"),
        Map.entry(plans + "counted.client-per-second", "0"),
        Map.entry(plans + "counted.tenant-per-second", "0"),
        Map.entry(plans + "counted.monthly-requests", "12"),
        Map.entry(plans + "imports-only.client-per-second", "0"),
        Map.entry(plans + "imports-only.tenant-per-second", "0"),
        Map.entry(plans + "imports-only.routes.things.per-second", "1"),
        Map.entry(plans + "imports-only.routes.things.burst", "20"),
        Map.entry("homeport.gateway.limits.routes.things", "/v1/thing-imports"));
  }

  /** A receiver on this machine, and little patience. */
  private static Map<String, String> webhooks() {
    String receiver = address();
    String webhooks = "homeport.gateway.webhooks.";
    return Map.of(
        "homeport.test.receiver",
        receiver,
        webhooks + "allowed",
        receiver.substring("http://".length()),
        webhooks + "timeout",
        "2s",
        webhooks + "poll",
        "100ms",
        webhooks + "endpoints-per-tenant",
        "8");
  }

  protected static String address() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
