package dev.homeport.gateway.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part that is not there, and why. */
@Schema(name = "MissingPart", description = "A part that is not there, and why.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Missing(
    @Schema(description = "Its name.", examples = "membership") String part,
    @Schema(
            description =
                "`not-found`: the service has nothing of the kind about this customer."
                    + " `scope-missing`: the caller's token lacks `scope`. `refused`: the service"
                    + " did not let the caller in. `timed-out`: it did not answer in time."
                    + " `unavailable`: it cannot be reached. `failed`: it answered with an error.",
            examples = "timed-out")
        Reason reason,
    @Schema(description = "The scope that it needs.", examples = "loyalty:read")
        @Nullable String scope) {

  static Missing of(Part part, Reason reason) {
    return new Missing(part.name(), reason, reason == Reason.SCOPE_MISSING ? part.scope() : null);
  }

  /** Why a part is not there. */
  @Schema(name = "MissingReason", description = "Why a part is not there.")
  enum Reason {
    NOT_FOUND,
    SCOPE_MISSING,
    REFUSED,
    TIMED_OUT,
    UNAVAILABLE,
    FAILED;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @JsonValue
    String slug() {
      return slug;
    }

    /** What a status that is not 200 means. */
    static Reason of(int status) {
      return switch (status) {
        case 404 -> NOT_FOUND;
        case 401, 403 -> REFUSED;
        case 502, 503, 504 -> UNAVAILABLE;
        default -> FAILED;
      };
    }
  }
}
