package dev.homeport.analytics.affinity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Orders with their products, as small numbers: some ten bytes a line. */
public final class Purchases {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<UUID, Integer> customers = new HashMap<>();
  private final List<Item> items = new ArrayList<>();
  private final List<Instant> lastSold = new ArrayList<>();
  private final List<int[]> baskets = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private final List<Integer> buyers = new ArrayList<>();

  /** Takes an order with at least one product; the same product twice is there once. */
  public void add(UUID customer, Instant at, Collection<Item> products) {
    if (products.isEmpty()) {
      return;
    }
    baskets.add(products.stream().mapToInt(item -> number(item, at)).distinct().sorted().toArray());
    times.add(at);
    buyers.add(customers.computeIfAbsent(customer, _ -> customers.size()));
  }

  private int number(Item item, Instant at) {
    int number = numbers.computeIfAbsent(item.sku(), _ -> numbers.size());
    if (number == items.size()) {
      items.add(item);
      lastSold.add(at);
    } else if (at.isAfter(lastSold.get(number))) {
      items.set(number, item);
      lastSold.set(number, at);
    }
    return number;
  }

  /** All products. */
  public List<Product> products() {
    int[] orders = new int[items.size()];
    baskets.forEach(basket -> Arrays.stream(basket).forEach(item -> orders[item]++));
    return IntStream.range(0, items.size())
        .mapToObj(i -> new Product(items.get(i), orders[i], lastSold.get(i)))
        .toList();
  }

  int kinds() {
    return items.size();
  }

  String sku(int product) {
    return items.get(product).sku();
  }

  List<int[]> baskets() {
    return baskets;
  }

  /** Of each customer the orders, the earliest first; those of one moment are one. */
  List<List<int[]>> histories() {
    var byCustomer = new ArrayList<List<Integer>>();
    customers.forEach((_, _) -> byCustomer.add(new ArrayList<>()));
    for (int i = 0; i < baskets.size(); i++) {
      byCustomer.get(buyers.get(i)).add(i);
    }
    return byCustomer.stream().map(this::history).toList();
  }

  private List<int[]> history(List<Integer> orders) {
    orders.sort((a, b) -> times.get(a).compareTo(times.get(b)));
    var history = new ArrayList<int[]>();
    Instant before = Instant.MIN;
    for (int order : orders) {
      if (times.get(order).equals(before)) {
        history.add(union(history.removeLast(), baskets.get(order)));
      } else {
        history.add(baskets.get(order));
      }
      before = times.get(order);
    }
    return history;
  }

  private static int[] union(int[] one, int[] other) {
    return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).distinct().sorted().toArray();
  }
}
