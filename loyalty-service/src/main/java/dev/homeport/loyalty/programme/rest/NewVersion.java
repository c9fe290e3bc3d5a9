package dev.homeport.loyalty.programme.rest;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a draft says. */
@Schema(name = "NewProgrammeVersion")
record NewVersion(
    @Schema(description = NewProgramme.DOCUMENT) @NotNull Map<String, Object> document) {

  static final String EXAMPLE =
      """
      {"document": {
        "key": "club", "name": "Club",
        "currencies": {"EUR": {"earn": "1.5", "burn": "0.01", "reference": "1"}},
        "rules": [{"key": "base", "points": {"type": "rate"}}],
        "expiry": {"type": "rolling", "months": 24}}}""";
}
