package dev.homeport.loyalty.programme.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From when on a version is to run. */
@Schema(name = "NewApproval")
record NewApproval(
    @Schema(
            description =
                "Orders placed at this moment and later are rated by it. Absent: from now on. Only"
                    + " the first version of a programme may start in the past.")
        @Nullable Instant startsAt) {

  static final String EXAMPLE =
      """
      {"startsAt": "2040-01-01T00:00:00Z"}""";
}
