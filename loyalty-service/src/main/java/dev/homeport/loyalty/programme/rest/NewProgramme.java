package dev.homeport.loyalty.programme.rest;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme to be made, with what its first version says. */
@Schema(name = "NewProgramme")
record NewProgramme(
    @Schema(
            description = "Whether whoever submits a version may not approve it.",
            defaultValue = "false")
        @Nullable Boolean secondPerson,
    @Schema(description = DOCUMENT) @NotNull Map<String, Object> document) {

  static final String DOCUMENT =
      "The programme as contracts/programme.v1.schema.json describes it. A draft may be faulty.";

  static final String EXAMPLE =
      """
      {"secondPerson": false, "document": {
        "key": "club", "name": "Club",
        "currencies": {"EUR": {"earn": "1", "burn": "0.01", "reference": "1"}},
        "rounding": "half-up",
        "rules": [
          {"key": "base", "points": {"type": "rate"}},
          {"key": "kitchen", "lines": "line.category == 'kitchen'", "minimum": {"EUR": "20"},
           "points": {"type": "rate"},
           "caps": [{"per": "month", "points": 500, "over": "truncate"}]}],
        "expiry": {"type": "rolling", "months": 24}}}""";
}
