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
    @Schema(description = "Of the order, activity, return or spend; of time an id of its own.")
        String id,
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
