package dev.homeport.analytics.affinity.rest;

import dev.homeport.analytics.affinity.Affinity;
import dev.homeport.analytics.affinity.AffinityKind;
import dev.homeport.analytics.affinity.Assortment.Basis;
import dev.homeport.analytics.affinity.Product;
import dev.homeport.analytics.affinity.ProductAffinities;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes with a product. */
@Schema(name = "ProductAffinities")
record AffinitiesView(
    @Schema(examples = "MUG-1") String sku,
    @Schema(description = "As the latest order names it.", examples = "Mug") @Nullable String name,
    AffinityKind kind,
    @Schema(
            description =
                "Cases with the product: orders; of `next` customers who came back after it."
                    + " Absent where nothing goes with it.",
            examples = "412")
        @Nullable Integer support,
    @Schema(description = "The highest lift first.", maxItems = 100) List<Other> items,
    BasisView basis) {

  static final String EXAMPLE =
      """
      {"sku": "MUG-1", "name": "Mug", "kind": "together", "support": 412,
       "items": [{"sku": "SAUCER-1", "name": "Saucer", "category": "kitchen",
         "support": {"cases": 280, "share": 0.015106}, "confidence": 0.679612, "lift": 22.41,
         "p": 1.0E-300, "adjustedP": 4.0E-294}],
       "basis": {"cases": 18536, "products": 2862, "tests": 4094091, "minimumCases": 10,
         "found": 120000, "method": "fisher-one-sided-benjamini-hochberg", "level": 0.01,
         "computedAt": "2026-11-27T08:00:00Z"}}""";

  /** A product that goes with it. */
  @Schema(name = "AffineProduct")
  record Other(
      @Schema(examples = "SAUCER-1") String sku,
      @Schema(examples = "Saucer") @Nullable String name,
      @Schema(examples = "kitchen") @Nullable String category,
      Support support,
      @Schema(
              description = "The share of cases with the product that have this one too.",
              examples = "0.679612")
          double confidence,
      @Schema(description = "How many times as often as in all cases.", examples = "22.41")
          double lift,
      @Schema(description = "How likely that many are by chance.", examples = "1.0E-300") double p,
      @Schema(description = "The same, for as many tests as there were.", examples = "4.0E-294")
          double adjustedP) {}

  /** How often both occur. */
  @Schema(name = "AffinitySupport")
  record Support(
      @Schema(description = "Cases with both.", examples = "280") int cases,
      @Schema(description = "Of all cases.", examples = "0.015106") double share) {}

  /** What it rests on. */
  @Schema(name = "AffinityBasis", description = "What was looked at.")
  record BasisView(
      @Schema(description = "Orders; of `next` customers who came back.", examples = "18536")
          int cases,
      @Schema(description = "Products that occur often enough.", examples = "2862") int products,
      @Schema(description = "Pairs of them, all of which count as tested.", examples = "4094091")
          long tests,
      @Schema(description = "How often a pair must occur.", examples = "10") int minimumCases,
      @Schema(description = "Pairs that stand out.", examples = "120000") int found,
      @Schema(examples = "fisher-one-sided-benjamini-hochberg") String method,
      @Schema(
              description = "The share of false ones among those that stand out.",
              examples = "0.01")
          double level,
      Instant computedAt) {

    static BasisView from(Basis basis) {
      return new BasisView(
          basis.cases(),
          basis.products(),
          basis.tests(),
          basis.minimum(),
          basis.found(),
          "fisher-one-sided-benjamini-hochberg",
          basis.level(),
          basis.computedAt());
    }
  }

  static AffinitiesView from(
      Product product,
      AffinityKind kind,
      Optional<ProductAffinities> found,
      Map<String, Product> others,
      int limit,
      Basis basis) {
    return new AffinitiesView(
        product.item().sku(),
        product.item().name().orElse(null),
        kind,
        found.map(ProductAffinities::support).orElse(null),
        found.stream()
            .flatMap(of -> of.others().stream().limit(limit).map(other -> other(of, other, others)))
            .toList(),
        BasisView.from(basis));
  }

  private static Other other(ProductAffinities of, Affinity other, Map<String, Product> products) {
    Optional<Product> product = Optional.ofNullable(products.get(other.sku()));
    return new Other(
        other.sku(),
        product.flatMap(known -> known.item().name()).orElse(null),
        product.flatMap(known -> known.item().category()).orElse(null),
        new Support(other.both(), rounded((double) other.both() / of.cases())),
        rounded(of.confidence(other)),
        rounded(of.lift(other)),
        other.p(),
        other.adjusted());
  }

  /** To six digits after the point. */
  static double rounded(double number) {
    return Math.round(number * 1e6) / 1e6;
  }
}
