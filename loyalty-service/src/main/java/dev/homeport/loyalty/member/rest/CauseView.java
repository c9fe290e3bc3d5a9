package dev.homeport.loyalty.member.rest;

import dev.homeport.platform.id.Ids;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why points moved. */
@Schema(
    name = "Cause",
    description = "Why points moved: an order, return or spend at a revision, or time.")
record CauseView(
    @Schema(
            description =
                "`order`; `activity`; `migration`, what was brought along from another system;"
                    + " `grant`, what somebody gave;"
                    + " `free-return`, a return without a known order; `expiry`, when points were not used in time; `opening`, when pending points can be used; or"
                    + " `spend`, when points are set aside, spent or given back.",
            examples = "order")
        String type,
    @Schema(examples = "ord_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String id,
    @Schema(examples = "1763800000000000") long revision) {

  static CauseView of(String kind, UUID id, long revision) {
    String prefix =
        switch (kind) {
          case "order" -> "ord";
          case "free-return" -> "ret";
          case "activity" -> "act";
          case "migration" -> "mig";
          case "grant" -> "grt";
          case "spend" -> "red";
          case "opening" -> "opn";
          default -> "exp";
        };
    return new CauseView(kind, Ids.show(prefix, id), revision);
  }
}
