package dev.homeport.system.load;

import static org.awaitility.Awaitility.await;

import dev.homeport.local.Ports;
import dev.homeport.local.Service;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The merchant whose storefront makes the load. Its plan has no limits. */
final class Shop {
  /** Half of what a token lives. */
  private static final Duration FRESH = Duration.ofMinutes(7);

  private final UUID tenant;
  private final String tokenUrl;
  private final String clientId;
  private final String clientSecret;
  private @Nullable String token;
  private Instant fetched = Instant.MIN;

  private Shop(UUID tenant, String tokenUrl, String clientId, String clientSecret) {
    this.tenant = tenant;
    this.tokenUrl = tokenUrl;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  /** Makes a tenant and waits until every service knows it. */
  static Shop open(Ports ports) {
    String tokenUrl = ports.realmUrl() + "/protocol/openid-connect/token";
    String slug = "load" + UUID.randomUUID().toString().substring(0, 8);
    var tenant =
        Map.of(
            "slug",
            slug,
            "name",
            "Load " + slug,
            "reportingCurrency",
            "EUR",
            "timeZone",
            "Europe/Berlin",
            "markets",
            List.of("DE"),
            "sandbox",
            true,
            "plan",
            "unlimited");
    var made =
        Web.send(
                Web.request(
                        ports.url(Service.GATEWAY) + "/v1/tenants",
                        token(tokenUrl, "homeport-admin", "local-only-admin-secret"))
                    .header("Idempotency-Key", slug)
                    .header("Content-Type", "application/json")
                    .POST(Web.body(tenant))
                    .build())
            .expect(201)
            .json();
    var shop =
        new Shop(
            UUID.fromString(made.get("id").asText().substring("ten_".length())),
            tokenUrl,
            made.at("/credentials/clientId").asText(),
            made.at("/credentials/clientSecret").asText());
    shop.awaitKnown(ports);
    return shop;
  }

  UUID tenant() {
    return tenant;
  }

  /** A token with some minutes before it. */
  String token() {
    String held = token;
    if (held == null || fetched.plus(FRESH).isBefore(Instant.now())) {
      held = token(tokenUrl, clientId, clientSecret);
      token = held;
      fetched = Instant.now();
    }
    return held;
  }

  private void awaitKnown(Ports ports) {
    for (String path :
        List.of("/v1/orders", "/v1/customers", "/v1/rfm/cut-points", "/v1/members")) {
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(200))
          .ignoreExceptions()
          .until(() -> known(Web.get(ports.url(Service.GATEWAY) + path, token()).status()));
    }
  }

  private static boolean known(int status) {
    return status != 403 && status < 500;
  }

  private static String token(String url, String id, String secret) {
    String form =
        Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret)
            .entrySet()
            .stream()
            .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    return Web.send(
            Web.request(url, "")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build())
        .expect(200)
        .json()
        .get("access_token")
        .asText();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
