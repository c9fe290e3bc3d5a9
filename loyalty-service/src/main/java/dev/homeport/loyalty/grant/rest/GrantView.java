package dev.homeport.loyalty.grant.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.fact.GrantFact;
import dev.homeport.loyalty.grant.Grant;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points that somebody gave, as callers see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Grant", description = "Points that somebody gave, and why.")
record GrantView(
    @Schema(examples = "grt_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String id,
    @Schema(description = "Whose they are today.") String customerId,
    String identityId,
    @Schema(examples = "points") String programme,
    @Schema(examples = "200") long points,
    @Schema(examples = "Parcel 4711 came a week late") String reason,
    @Schema(description = "Who gave them.") String grantedBy,
    Instant grantedAt,
    @Schema(description = "Absent: as the programme says.") @Nullable Instant expiresAt) {

  static GrantView from(Grant grant) {
    GrantFact fact = grant.fact();
    return new GrantView(
        Ids.show("grt", fact.id()),
        Ids.show("cus", grant.customerId()),
        Ids.show("idn", fact.identityId()),
        fact.programme(),
        fact.points(),
        fact.reason(),
        fact.grantedBy(),
        fact.grantedAt(),
        fact.expiresAt());
  }
}
