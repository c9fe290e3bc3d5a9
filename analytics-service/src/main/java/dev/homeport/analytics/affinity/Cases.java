package dev.homeport.analytics.affinity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cases that products may meet in: orders, or customers who came back. A product is in a case for
 * the first time at one step and for the last time at another; one that comes before the other goes
 * before it. In an order everything is at one step.
 */
final class Cases {
  final List<int[]> products = new ArrayList<>();
  final List<int[]> first = new ArrayList<>();
  final List<int[]> last = new ArrayList<>();

  /** The number of the last step of each. */
  final List<Integer> end = new ArrayList<>();

  private Cases() {}

  int size() {
    return products.size();
  }

  /** Orders with products, not too many. */
  static Cases orders(Purchases purchases, int widest) {
    var cases = new Cases();
    for (int[] basket : purchases.baskets()) {
      if (basket.length <= widest) {
        cases.products.add(basket);
        cases.end.add(0);
      }
    }
    return cases;
  }

  /** Customers who came back, with not too many products. */
  static Cases customers(Purchases purchases, int widest) {
    var cases = new Cases();
    for (List<int[]> history : purchases.histories()) {
      if (history.size() > 1) {
        cases.add(history, widest);
      }
    }
    return cases;
  }

  private void add(List<int[]> history, int widest) {
    Map<Integer, int[]> steps = new TreeMap<>();
    for (int step = 0; step < history.size(); step++) {
      for (int product : history.get(step)) {
        int at = step;
        steps.computeIfAbsent(product, _ -> new int[] {at, at})[1] = step;
      }
    }
    if (steps.size() > widest) {
      return;
    }
    int[] all = new int[steps.size()];
    int[] begin = new int[all.length];
    int[] finish = new int[all.length];
    int i = 0;
    for (var step : steps.entrySet()) {
      all[i] = step.getKey();
      begin[i] = step.getValue()[0];
      finish[i++] = step.getValue()[1];
    }
    products.add(all);
    first.add(begin);
    last.add(finish);
    end.add(history.size() - 1);
  }
}
