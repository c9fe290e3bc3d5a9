package dev.homeport.analytics.affinity.rest;

import dev.homeport.analytics.affinity.AffinityKind;
import dev.homeport.analytics.affinity.NextProducts.Reason;
import dev.homeport.analytics.affinity.NextProducts.Suggestion;
import dev.homeport.analytics.affinity.Product;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer may need. */
@Schema(name = "NextProducts")
record NextProductsView(
    @Schema(examples = "cus_01928c5e-6f50-7000-8000-000000000001") String customerId,
    @Schema(
            description = "Different products that the customer has bought and kept.",
            examples = "3")
        int bought,
    @Schema(description = "The most likely first.", maxItems = 50) List<SuggestionView> items,
    @Schema(description = "When it was last worked out what goes together; absent before.")
        @Nullable Instant computedAt) {

  static final String EXAMPLE =
      """
      {"customerId": "cus_01928c5e-6f50-7000-8000-000000000001", "bought": 3,
       "items": [{"sku": "SAUCER-1", "name": "Saucer", "category": "kitchen",
         "reasons": [{"sku": "MUG-1", "name": "Mug", "boughtOn": "2026-11-20", "kind": "next",
           "cases": 61, "confidence": 0.148058, "lift": 4.3}], "furtherReasons": 0}],
       "computedAt": "2026-11-27T08:00:00Z"}""";

  /** Something the customer may need. */
  @Schema(name = "NextProduct")
  record SuggestionView(
      @Schema(examples = "SAUCER-1") String sku,
      @Schema(examples = "Saucer") @Nullable String name,
      @Schema(examples = "kitchen") @Nullable String category,
      @Schema(description = "When the customer last bought it; absent if never.")
          @Nullable LocalDate boughtOn,
      @Schema(description = "What of the customer's speaks for it.", maxItems = 3)
          List<ReasonView> reasons,
      @Schema(description = "How many more there are.", examples = "0") int furtherReasons) {}

  /** Why. */
  @Schema(name = "NextProductReason")
  record ReasonView(
      @Schema(description = "What the customer bought.", examples = "MUG-1") String sku,
      @Schema(examples = "Mug") @Nullable String name,
      @Schema(description = "The last time.", examples = "2026-11-20") LocalDate boughtOn,
      AffinityKind kind,
      @Schema(description = "Orders, or customers who came back, with both.", examples = "61")
          int cases,
      @Schema(
              description = "The share of those with the one who also bought this.",
              examples = "0.148058")
          double confidence,
      @Schema(description = "How many times as often as all.", examples = "4.3") double lift) {}

  static NextProductsView from(
      UUID customer,
      int bought,
      List<Suggestion> suggestions,
      Map<String, Product> products,
      Optional<Instant> computedAt) {
    return new NextProductsView(
        Ids.show("cus", customer),
        bought,
        suggestions.stream().map(one -> suggestion(one, products)).toList(),
        computedAt.orElse(null));
  }

  private static SuggestionView suggestion(Suggestion one, Map<String, Product> products) {
    return new SuggestionView(
        one.sku(),
        name(one.sku(), products),
        Optional.ofNullable(products.get(one.sku()))
            .flatMap(product -> product.item().category())
            .orElse(null),
        one.bought().orElse(null),
        one.reasons().stream().map(reason -> reason(reason, products)).toList(),
        one.more());
  }

  private static ReasonView reason(Reason reason, Map<String, Product> products) {
    return new ReasonView(
        reason.sku(),
        name(reason.sku(), products),
        reason.day(),
        reason.kind(),
        reason.both(),
        AffinitiesView.rounded(reason.confidence()),
        AffinitiesView.rounded(reason.lift()));
  }

  private static @Nullable String name(String sku, Map<String, Product> products) {
    return Optional.ofNullable(products.get(sku))
        .flatMap(product -> product.item().name())
        .orElse(null);
  }
}
