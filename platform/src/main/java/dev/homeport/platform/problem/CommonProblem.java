package dev.homeport.platform.problem;

import java.util.Locale;

/** The codes that every service can answer. */
public enum CommonProblem implements ProblemCode {
  MALFORMED(400, "The request cannot be parsed"),
  MALFORMED_JSON(400, "The body is not well-formed JSON"),
  INVALID_PARAMETER(400, "A query parameter or header has a value that cannot be used"),
  UNKNOWN_PARAMETER(400, "A query parameter is not known to this operation"),
  INVALID_CURSOR(400, "The cursor does not belong to this list"),
  UNAUTHENTICATED(401, "A valid access token is needed"),
  FORBIDDEN(403, "The access token does not allow this operation"),
  TENANT_REQUIRED(403, "The access token names no tenant"),
  TENANT_UNKNOWN(403, "The tenant is not known to this service"),
  NOT_FOUND(404, "There is no such resource"),
  METHOD_NOT_ALLOWED(405, "The resource does not have this method"),
  NOT_ACCEPTABLE(406, "No representation in an accepted media type exists"),
  CONFLICT(409, "The request conflicts with the present state"),
  REQUEST_IN_FLIGHT(409, "A request with the same Idempotency-Key is being processed"),
  PRECONDITION_FAILED(412, "The resource has changed in the meantime"),
  BODY_TOO_LARGE(413, "The body is larger than this operation accepts"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not accepted here"),
  VALIDATION_FAILED(422, "The request is understood but not valid"),
  UNKNOWN_FIELD(422, "A field of the body is not known to this operation"),
  INVALID_VALUE(422, "A field of the body has a value of the wrong kind"),
  INVALID_ID(422, "An identifier is not one of the expected kind"),
  UNKNOWN_CURRENCY(422, "The currency is not a known ISO 4217 code"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for a different request"),
  PRECONDITION_REQUIRED(428, "The request must name the version it changes"),
  IDEMPOTENCY_KEY_REQUIRED(400, "The operation needs an Idempotency-Key"),
  RATE_LIMITED(429, "Too many requests"),
  REQUEST_REFUSED(400, "The request is refused"),
  INTERNAL_ERROR(500, "The service failed to answer; the failure is recorded"),
  OVERLOADED(503, "The service is busy; the same request can be sent again"),
  DATABASE_UNAVAILABLE(503, "The database cannot be reached at the moment"),
  UNAVAILABLE(503, "The service is not available at the moment");

  private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final int status;
  private final String title;

  CommonProblem(int status, String title) {
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
