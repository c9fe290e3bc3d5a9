package dev.homeport.order.order;

import java.util.Comparator;

/**
 * The natural key of an order within a tenant.
 *
 * @param channel the storefront or marketplace account, for example {@code shop-de}
 * @param externalId the number that the channel gave the order
 */
public record OrderKey(String channel, String externalId) implements Comparable<OrderKey> {
  private static final Comparator<OrderKey> ORDER =
      Comparator.comparing(OrderKey::channel).thenComparing(OrderKey::externalId);

  @Override
  public int compareTo(OrderKey other) {
    return ORDER.compare(this, other);
  }
}
