package dev.homeport.gateway;

import dev.homeport.platform.problem.ProblemCode;
import java.util.Locale;

/** The refusals that only the gateway has. */
public enum GatewayProblem implements ProblemCode {
  PATH_REFUSED(400, "The path or the framing of the request is not accepted"),
  BODY_TOO_SLOW(408, "The body did not arrive in time"),
  SLUG_TAKEN(409, "Another tenant has this slug"),
  CLIENT_TAKEN(409, "A client of that name exists at the identity provider and is not ours"),
  API_KEY_LIMIT(409, "The tenant has as many API keys as it may have"),
  API_KEY_ENDED(409, "The API key has been revoked or has expired"),
  NOT_A_SANDBOX(409, "Only a sandbox can do that; this tenant is live"),
  TOO_MANY_WEBHOOK_ENDPOINTS(409, "The tenant has as many webhook endpoints as it may have"),
  WEBHOOK_ENDPOINT_DISABLED(409, "Nothing is sent to a webhook endpoint that is disabled"),
  CLOCK_BACKWARDS(422, "The clock of a sandbox can only go forward"),
  SCOPE_NOT_HELD(422, "An API key cannot have a scope that its maker lacks"),
  SETTING_FIXED(422, "The setting cannot change once the tenant exists"),
  WEBHOOK_URL_REFUSED(422, "Nothing is sent to that URL"),
  QUOTA_EXHAUSTED(429, "The requests of this month are used up"),
  UPSTREAM_FAILED(502, "The service broke off before it had answered"),
  SERVICE_UNAVAILABLE(503, "The service behind this path cannot be reached at the moment"),
  IDENTITY_PROVIDER_UNAVAILABLE(503, "Credentials cannot be checked at the moment"),
  UPSTREAM_TIMEOUT(504, "The service did not answer in time");

  private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final int status;
  private final String title;

  GatewayProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
