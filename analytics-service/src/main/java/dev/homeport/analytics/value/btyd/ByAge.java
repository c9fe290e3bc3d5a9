package dev.homeport.analytics.value.btyd;

/** Customers and their purchases by age in days: all that terms without the recency need. */
final class ByAge {
  private final double[] customers;
  private final double[] purchases;

  ByAge(Tuples tuples) {
    customers = new double[tuples.longestAge() + 1];
    purchases = new double[customers.length];
    for (int i = 0; i < tuples.size(); i++) {
      customers[tuples.age(i)] += tuples.weight(i);
      purchases[tuples.age(i)] += tuples.weight(i) * tuples.repeats(i);
    }
  }

  int days() {
    return customers.length;
  }

  double customers(int day) {
    return customers[day];
  }

  double purchases(int day) {
    return purchases[day];
  }
}
