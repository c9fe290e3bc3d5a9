package dev.homeport.order.marketplace.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the platform is told; that it is understood is for the merchant to see, not for it. */
@Schema(name = "Received", description = "That the body is kept.")
public record ReceivedView(
    @Schema(
            description = "Under which the merchant finds it; absent where nothing is kept.",
            examples = "inb_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c")
        @Nullable String id,
    Receipt status) {

  /** What was done with it. */
  @Schema(name = "Receipt")
  public enum Receipt {
    /** It is kept, and mapped or in quarantine. */
    @JsonProperty("received")
    RECEIVED,
    /** It was here before. */
    @JsonProperty("duplicate")
    DUPLICATE,
    /** It only tried whether somebody is there. */
    @JsonProperty("ping")
    PING
  }
}
