package dev.homeport.analytics.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds products that go together. Each is looked at once, with the cases that it is in: what else
 * is in them is counted in one array, so memory grows with the lines and time with the products of
 * a case squared.
 *
 * <p>All pairs of products count as tested that occur often enough by themselves, whether or not
 * they ever met: which ones those are does not depend on whether they do. Of {@link
 * AffinityKind#NEXT} a case is a customer who came back, so that one customer's habits are one
 * piece of evidence; one product counts when something was bought after it, the other when
 * something was bought before it. That they came in that order happens no more often than that both
 * occur, so the test errs, if at all, on the side of saying nothing.
 */
public final class Search {
  private final Purchases purchases;
  private final Criteria criteria;

  public Search(Purchases purchases, Criteria criteria) {
    this.purchases = purchases;
    this.criteria = criteria;
  }

  /** Products in one order. */
  public Findings together() {
    Cases cases = Cases.orders(purchases, criteria.widest());
    int[] support = new int[purchases.kinds()];
    cases.products.forEach(basket -> Arrays.stream(basket).forEach(p -> support[p]++));
    return find(AffinityKind.TOGETHER, cases, support, support);
  }

  /** Products one of which was bought later. */
  public Findings next() {
    Cases cases = Cases.customers(purchases, criteria.widest());
    int[] before = new int[purchases.kinds()];
    int[] after = new int[purchases.kinds()];
    for (int c = 0; c < cases.size(); c++) {
      int[] products = cases.products.get(c);
      for (int i = 0; i < products.length; i++) {
        before[products[i]] += cases.first.get(c)[i] < cases.end.get(c) ? 1 : 0;
        after[products[i]] += cases.last.get(c)[i] > 0 ? 1 : 0;
      }
    }
    return find(AffinityKind.NEXT, cases, before, after);
  }

  private Findings find(AffinityKind kind, Cases cases, int[] support, int[] otherSupport) {
    int minimum = criteria.minimum(cases.size());
    var fisher = new Fisher(cases.size());
    var pairs = new Pairs();
    int[][] where = where(cases, support, minimum);
    int[] count = new int[support.length];
    for (int product = 0; product < support.length; product++) {
      if (support[product] >= minimum) {
        Arrays.fill(count, 0);
        for (int c : where[product]) {
          count(kind, cases, c, product, count);
        }
        for (int other = 0; other < count.length; other++) {
          if (count[other] >= minimum && otherSupport[other] >= minimum) {
            double p = fisher.atLeast(count[other], support[product], otherSupport[other]);
            if (p <= criteria.level()) {
              pairs.add(product, other, count[other], p);
            }
          }
        }
      }
    }
    long ones = Arrays.stream(support).filter(n -> n >= minimum).count();
    long others = Arrays.stream(otherSupport).filter(n -> n >= minimum).count();
    long tests = kind == AffinityKind.TOGETHER ? ones * (ones - 1) / 2 : ones * others;
    return findings(kind, cases.size(), (int) ones, tests, minimum, pairs, support, otherSupport);
  }

  /** Of a pair in one order only the product with the lower number is looked at. */
  private static void count(AffinityKind kind, Cases cases, int c, int product, int[] count) {
    int[] products = cases.products.get(c);
    int at = Arrays.binarySearch(products, product);
    if (kind == AffinityKind.TOGETHER) {
      for (int i = at + 1; i < products.length; i++) {
        count[products[i]]++;
      }
      return;
    }
    int begin = cases.first.get(c)[at];
    int[] last = cases.last.get(c);
    for (int i = 0; i < products.length; i++) {
      if (begin < last[i]) {
        count[products[i]]++;
      }
    }
  }

  private static int[][] where(Cases cases, int[] support, int minimum) {
    int[] sizes = new int[support.length];
    cases.products.forEach(products -> Arrays.stream(products).forEach(p -> sizes[p]++));
    int[][] where = new int[support.length][];
    for (int p = 0; p < where.length; p++) {
      where[p] = new int[support[p] >= minimum ? sizes[p] : 0];
    }
    int[] filled = new int[support.length];
    for (int c = 0; c < cases.size(); c++) {
      for (int p : cases.products.get(c)) {
        if (where[p].length > 0) {
          where[p][filled[p]++] = c;
        }
      }
    }
    return where;
  }

  private Findings findings(
      AffinityKind kind,
      int cases,
      int products,
      long tests,
      int minimum,
      Pairs pairs,
      int[] support,
      int[] otherSupport) {
    double[] adjusted = pairs.adjusted(tests);
    Map<Integer, List<Affinity>> byProduct = new HashMap<>();
    int found = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if (adjusted[i] <= criteria.level()) {
        found++;
        int one = pairs.one(i);
        int other = pairs.other(i);
        add(byProduct, one, affinity(pairs, i, other, otherSupport, adjusted));
        if (kind == AffinityKind.TOGETHER) {
          add(byProduct, other, affinity(pairs, i, one, support, adjusted));
        }
      }
    }
    return new Findings(
        kind,
        cases,
        products,
        tests,
        minimum,
        found,
        byProduct.entrySet().stream()
            .map(e -> best(e.getKey(), kind, support[e.getKey()], cases, e.getValue()))
            .toList());
  }

  private static void add(Map<Integer, List<Affinity>> byProduct, int product, Affinity other) {
    byProduct.computeIfAbsent(product, _ -> new ArrayList<>()).add(other);
  }

  private Affinity affinity(Pairs pairs, int pair, int other, int[] support, double[] adjusted) {
    return new Affinity(
        purchases.sku(other), pairs.both(pair), support[other], pairs.p(pair), adjusted[pair]);
  }

  private ProductAffinities best(
      int product, AffinityKind kind, int support, int cases, List<Affinity> others) {
    List<Affinity> kept =
        others.stream()
            .sorted(
                Comparator.comparingDouble((Affinity other) -> -other.lift(support, cases))
                    .thenComparingDouble(Affinity::p)
                    .thenComparing(Affinity::sku))
            .limit(criteria.kept())
            .toList();
    return new ProductAffinities(purchases.sku(product), kind, support, cases, kept);
  }
}
