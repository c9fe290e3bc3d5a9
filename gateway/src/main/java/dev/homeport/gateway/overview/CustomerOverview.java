package dev.homeport.gateway.overview;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an overview is described; the parts are added by {@link OverviewApi}. */
@Schema(name = "CustomerOverview", description = "What all services know about one customer.")
record CustomerOverview(
    @Schema(examples = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f") String customerId,
    @Schema(description = "The parts that are not here, and why.", maxItems = 50)
        List<Missing> missing) {

  CustomerOverview {
    missing = List.copyOf(missing);
  }

  static final String EXAMPLE =
      """
      {"customerId":"cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f",
       "profile":{"id":"cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f","displayName":"Änne Müller"},
       "identities":{"items":[{"id":"idn_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f","channel":"shop-de"}]},
       "orders":{"items":[]},
       "nextActions":{"customerId":"cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f","actions":[],"consents":[]},
       "missing":[{"part":"rfm","reason":"not-found"},
        {"part":"membership","reason":"scope-missing","scope":"loyalty:read"},
        {"part":"entries","reason":"scope-missing","scope":"loyalty:read"}]}""";
}
