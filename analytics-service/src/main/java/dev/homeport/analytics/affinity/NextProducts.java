package dev.homeport.analytics.affinity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a customer may need, because of what was bought. */
public final class NextProducts {
  private static final int REASONS = 3;

  private static final Comparator<Reason> STRONGEST =
      Comparator.comparingDouble(Reason::confidence)
          .thenComparingDouble(Reason::lift)
          .reversed()
          .thenComparing(Reason::sku)
          .thenComparing(Reason::kind);

  private NextProducts() {}

  /**
   * Something the customer may need.
   *
   * @param bought when the customer last bought it, if ever
   * @param reasons the strongest first, at most three
   * @param more how many further reasons there are
   */
  public record Suggestion(
      String sku, Optional<LocalDate> bought, List<Reason> reasons, int more) {}

  /**
   * Why.
   *
   * @param sku what was bought
   * @param day when, the last time
   */
  public record Reason(
      String sku, LocalDate day, AffinityKind kind, int both, double confidence, double lift) {}

  /**
   * The most likely first: by the share of those who bought the same and then this.
   *
   * @param again whether to suggest what the customer has bought already: only where others bought
   *     it again after the same product
   */
  public static List<Suggestion> of(
      Map<String, LocalDate> bought,
      Collection<ProductAffinities> affinities,
      boolean again,
      int limit) {
    Map<String, List<Reason>> reasons = new HashMap<>();
    for (ProductAffinities product : affinities) {
      LocalDate day = Objects.requireNonNull(bought.get(product.sku()));
      for (Affinity other : product.others()) {
        boolean known = bought.containsKey(other.sku());
        if (!known || (again && product.kind() == AffinityKind.NEXT)) {
          reasons
              .computeIfAbsent(other.sku(), _ -> new ArrayList<>())
              .add(
                  new Reason(
                      product.sku(),
                      day,
                      product.kind(),
                      other.both(),
                      product.confidence(other),
                      product.lift(other)));
        }
      }
    }
    return reasons.entrySet().stream()
        .map(e -> suggestion(e.getKey(), bought, e.getValue()))
        .sorted(
            Comparator.comparing((Suggestion s) -> s.reasons().getFirst(), STRONGEST)
                .thenComparing(Suggestion::sku))
        .limit(limit)
        .toList();
  }

  private static Suggestion suggestion(
      String sku, Map<String, LocalDate> bought, List<Reason> reasons) {
    reasons.sort(STRONGEST);
    List<Reason> shown = reasons.stream().limit(REASONS).toList();
    return new Suggestion(
        sku, Optional.ofNullable(bought.get(sku)), shown, reasons.size() - shown.size());
  }
}
