package dev.homeport.loyalty.programme.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Until when a programme is to run. */
@Schema(name = "NewEnd")
record NewEnd(
    @Schema(
            description =
                "Orders of this moment and later earn nothing; not in the past. Absent: now.")
        @Nullable Instant endsAt) {

  static final String EXAMPLE =
      """
      {"endsAt": "2040-01-01T00:00:00Z"}""";
}
