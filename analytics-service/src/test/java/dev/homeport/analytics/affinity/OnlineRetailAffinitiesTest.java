package dev.homeport.analytics.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.Books;
import dev.homeport.analytics.fact.Fact;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A year of a giftware shop: 18,536 orders of 3,659 products. */
class OnlineRetailAffinitiesTest {
  private static final Criteria CRITERIA = new Criteria(5, 0.0005, 0.01, 25, 2_000);
  private static final String GREEN_TEACUP = "22697";
  private static final String PINK_TEACUP = "22698";
  private static final String ROSES_TEACUP = "22699";

  @Test
  void cups_of_one_pattern_go_with_each_other() {
    var purchases = new Purchases();
    Books.onlineRetail().stream()
        .filter(Fact::counted)
        .forEach(
            fact ->
                purchases.add(
                    fact.identityId(),
                    fact.at(),
                    fact.basket().lines().stream()
                        .map(line -> new Item(line.sku(), line.name(), line.category()))
                        .toList()));
    var search = new Search(purchases, CRITERIA);

    long begun = System.nanoTime();
    Findings together = search.together();
    long between = System.nanoTime();
    Findings next = search.next();
    System.out.printf(
        "Online Retail: %,d pairs of %,d together in %d ms, %,d of %,d next in %d ms%n",
        together.found(),
        together.tests(),
        (between - begun) / 1_000_000,
        next.found(),
        next.tests(),
        (System.nanoTime() - between) / 1_000_000);

    assertThat(together.minimum()).isEqualTo(10);
    ProductAffinities green = of(together).get(GREEN_TEACUP);
    assertThat(green.others().stream().map(Affinity::sku)).contains(PINK_TEACUP, ROSES_TEACUP);
    Affinity pink =
        green.others().stream().filter(o -> o.sku().equals(PINK_TEACUP)).findFirst().orElseThrow();
    assertThat(green.lift(pink)).isBetween(15.0, 30.0);
    assertThat(green.confidence(pink)).isBetween(0.6, 0.75);
    assertThat(pink.adjusted()).isLessThan(1e-100);
    assertThat(next.cases()).isBetween(2_700, 2_850);
    assertThat(next.found()).isPositive();
  }

  private static Map<String, ProductAffinities> of(Findings findings) {
    return findings.affinities().stream()
        .collect(Collectors.toMap(ProductAffinities::sku, Function.identity()));
  }
}
