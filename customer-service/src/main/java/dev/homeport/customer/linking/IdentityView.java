package dev.homeport.customer.linking;

import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.profile.Profile;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An identity as callers see it. */
@Schema(name = "Identity", description = "One buyer on one channel.")
record IdentityView(
    @Schema(examples = "idn_5f0c2a4e-9b1d-8c3a-a1b2-c3d4e5f60718") String id,
    @Schema(description = "The storefront or marketplace account.", examples = "shop-de")
        String channel,
    @Schema(
            description = "What the channel calls the buyer; absent once the person was erased.",
            examples = "b-1001")
        @Nullable String externalId,
    @Schema(examples = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f") String customerId,
    @Schema(description = "The earliest order or link of the buyer.") Instant firstSeenAt) {

  static final String PREFIX = "idn";

  static final String EXAMPLE =
      """
      {"id": "idn_5f0c2a4e-9b1d-8c3a-a1b2-c3d4e5f60718", "channel": "shop-de",
       "externalId": "b-1001", "customerId": "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f",
       "firstSeenAt": "2026-11-01T10:00:00Z"}""";

  static final String PAGE = "{\"items\": [" + EXAMPLE + "]}";

  static IdentityView of(Identity identity, @Nullable String externalId) {
    return new IdentityView(
        Ids.show(PREFIX, identity.id),
        identity.channel,
        externalId,
        Ids.show(Profile.PREFIX, identity.customerId),
        identity.firstSeenAt);
  }
}
