package dev.homeport.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.homeport.local.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Against a stand-in for gateway and Keycloak that knows tenants, their secrets and nothing else.
 */
class TenantsTest {

  private final Map<String, String> secrets =
      new ConcurrentHashMap<>(Map.of("homeport-admin", "local-only-admin-secret"));
  private final Map<String, String> tenants = new ConcurrentHashMap<>();
  private final AtomicInteger issued = new AtomicInteger();
  private final HttpServer server;

  TenantsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext("/token", this::token);
    server.createContext("/v1/tenants", this::tenants);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void on_a_new_suite_both_tenants_are_made() {
    var made = Tenants.ensure(access(List.of()));

    assertThat(made).extracting(Access.Tenant::tenant).containsExactly("demo", "other");
    assertThat(made).extracting(Access.Tenant::tenantId).containsExactly("ten_demo", "ten_other");
    assertThat(made)
        .extracting(Access.Tenant::clientSecret)
        .containsExactly("secret-1", "secret-2");
  }

  @Test
  void credentials_that_work_are_kept() {
    var made = Tenants.ensure(access(List.of()));

    assertThat(Tenants.ensure(access(made))).isEqualTo(made);
  }

  @Test
  void lost_or_revoked_credentials_are_made_anew() {
    var made = Tenants.ensure(access(List.of()));
    secrets.put("tenant-demo", "revoked");

    assertThat(Tenants.ensure(access(List.of(made.getFirst()))))
        .extracting(Access.Tenant::clientSecret)
        .containsExactly("secret-3", "secret-4");
  }

  private Access access(List<Access.Tenant> known) {
    var url = "http://127.0.0.1:" + server.getAddress().getPort();
    return new Access(url, Access.of(Ports.standard(0), known).services(), url + "/token", known);
  }

  private void token(HttpExchange exchange) throws IOException {
    var form = body(exchange);
    var known =
        secrets.entrySet().stream()
            .anyMatch(
                client ->
                    form.contains("client_id=" + client.getKey())
                        && form.contains("client_secret=" + client.getValue()));
    answer(exchange, known ? 200 : 401, "{\"access_token\": \"t\"}");
  }

  private void tenants(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("GET")) {
      answer(exchange, 200, "{\"items\": [" + String.join(",", tenants.values()) + "]}");
    } else if (path.endsWith("/credentials")) {
      answer(exchange, 201, credentials(path.split("[_/]", -1)[4]));
    } else {
      var slug = body(exchange).replaceAll(".*\"slug\":\"(\\w+)\".*", "$1");
      var tenant = "{\"id\": \"ten_%1$s\", \"slug\": \"%1$s\"}".formatted(slug);
      tenants.put(slug, tenant);
      answer(exchange, 201, tenant.replace("}", ", \"credentials\": " + credentials(slug) + "}"));
    }
  }

  private String credentials(String slug) {
    var secret = "secret-" + issued.incrementAndGet();
    secrets.put("tenant-" + slug, secret);
    return """
        {"clientId": "tenant-%s", "clientSecret": "%s", "apiKey": "hp_x", "scopes": ["orders:read"]}
        """
        .formatted(slug, secret);
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
