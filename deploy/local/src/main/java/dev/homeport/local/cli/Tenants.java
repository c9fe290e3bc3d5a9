package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.local.LocalException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The two tenants that a local suite always has. Made once; their credentials are kept. */
final class Tenants {

  static final String DEMO = "demo";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADMINISTRATOR = "homeport-admin";
  private static final String ADMINISTRATOR_SECRET = "local-only-admin-secret";
  private static final List<Profile> PROFILES =
      List.of(
          new Profile(
              DEMO,
              "Demo merchant",
              "EUR",
              "Europe/Berlin",
              List.of("DE", "GB", "US", "JP", "PL", "SE")),
          new Profile("other", "Another merchant", "USD", "America/New_York", List.of("US", "CA")));

  /** One call of each service that reads; refused as long as the tenant is unknown there. */
  private static final List<String> PROBES =
      List.of("/v1/orders", "/v1/customers", "/v1/rfm/cut-points", "/v1/members");

  private static final long PAUSE_NANOS = 100_000_000;
  private static final int FORBIDDEN = 403;
  private static final int SERVER_ERROR = 500;
  private static final Duration KNOWN_LIMIT = Duration.ofSeconds(60);

  private static final int ATTEMPTS = 10;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private record Profile(
      String slug, String name, String reportingCurrency, String timeZone, List<String> markets) {

    JsonNode request() {
      return JSON.createObjectNode()
          .put("slug", slug)
          .put("name", name)
          .put("reportingCurrency", reportingCurrency)
          .put("timeZone", timeZone)
          .put("sandbox", true)
          .put("plan", "standard")
          .set("markets", JSON.valueToTree(markets));
    }
  }

  private final Api platform;
  private final Access known;

  private Tenants(Api platform, Access known) {
    this.platform = platform;
    this.known = known;
  }

  /** The tenants with working credentials: those of {@code known} where they still work. */
  static List<Access.Tenant> ensure(Access known) {
    var token =
        Api.token(known.token(), ADMINISTRATOR, ADMINISTRATOR_SECRET)
            .orElseThrow(() -> new LocalException("Keycloak refuses the platform administrator."));
    var tenants = new Tenants(new Api(known.gateway(), token), known);
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return tenants.ensure();
      } catch (LocalException _) {
        LockSupport.parkNanos(PAUSE.toNanos()); // a Keycloak just started may be slow to answer
      }
    }
    return tenants.ensure();
  }

  /** Returns when every service serves the tenants; their settings travel as an event. */
  static void awaitKnown(Access access) {
    long deadline = System.nanoTime() + KNOWN_LIMIT.toNanos();
    for (var tenant : access.tenants()) {
      var api = new Api(access.gateway(), tenant.apiKey());
      for (var probe : PROBES) {
        while (!served(api.get(probe).status())) {
          if (System.nanoTime() > deadline) {
            throw new LocalException(
                "%s does not serve the tenant %s; the logs are in deploy/local/.data/logs."
                    .formatted(probe, tenant.tenant()));
          }
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }
  }

  private static boolean served(int status) {
    return status != FORBIDDEN && status < SERVER_ERROR;
  }

  private List<Access.Tenant> ensure() {
    var existing = platform.get("/v1/tenants?limit=250").required("Listing the tenants");
    var tenants = new ArrayList<Access.Tenant>();
    for (var profile : PROFILES) {
      tenants.add(
          find(existing, profile.slug())
              .map(tenant -> keep(profile.slug(), tenant))
              .orElseGet(() -> create(profile)));
    }
    return tenants;
  }

  private static Optional<JsonNode> find(JsonNode page, String slug) {
    for (var tenant : page.path("items")) {
      if (tenant.path("slug").asText().equals(slug)) {
        return Optional.of(tenant);
      }
    }
    return Optional.empty();
  }

  private Access.Tenant create(Profile profile) {
    var made =
        platform
            .post("/v1/tenants", profile.request())
            .required("Making the tenant " + profile.slug());
    return tenant(profile.slug(), made.path("id").asText(), made.path("credentials"));
  }

  private Access.Tenant keep(String slug, JsonNode tenant) {
    var id = tenant.path("id").asText();
    return known
        .find(slug)
        .filter(kept -> kept.tenantId().equals(id))
        .filter(kept -> Api.token(known.token(), kept.clientId(), kept.clientSecret()).isPresent())
        .orElseGet(() -> renew(slug, id));
  }

  private Access.Tenant renew(String slug, String id) {
    var answer =
        platform
            .post("/v1/tenants/" + id + "/credentials", JSON.createObjectNode())
            .required("Making new credentials for the tenant " + slug);
    return tenant(slug, id, answer.has("credentials") ? answer.path("credentials") : answer);
  }

  private static Access.Tenant tenant(String slug, String id, JsonNode credentials) {
    var scopes = new ArrayList<String>();
    credentials.path("scopes").forEach(scope -> scopes.add(scope.asText()));
    return new Access.Tenant(
        slug,
        id,
        credentials.path("clientId").asText(),
        credentials.path("clientSecret").asText(),
        credentials.path("apiKey").asText(),
        List.copyOf(scopes));
  }
}
