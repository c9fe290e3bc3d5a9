package dev.homeport.loyalty.programme.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.programme.StoredProgramme;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Programme")
record ProgrammeView(
    @Schema(examples = "prg_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String id,
    @Schema(description = "Names it in balances and ratings, for ever.", examples = "club")
        String key,
    @Schema(description = "Whether whoever submits a version may not approve it.")
        boolean secondPerson,
    @Schema(description = "Orders of this moment and later earn nothing.") @Nullable Instant endsAt,
    Instant createdAt,
    @Schema(description = "The job that rates again what happened since it was to end.")
        @Nullable String ratingJobId) {

  static ProgrammeView from(StoredProgramme programme) {
    return from(programme, null);
  }

  static ProgrammeView from(StoredProgramme programme, @Nullable String ratingJobId) {
    return new ProgrammeView(
        Ids.show("prg", programme.id()),
        programme.key(),
        programme.secondPerson(),
        programme.endsAt(),
        programme.createdAt(),
        ratingJobId);
  }
}
