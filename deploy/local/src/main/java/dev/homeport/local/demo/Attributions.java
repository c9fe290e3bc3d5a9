package dev.homeport.local.demo;

import java.util.List;

/** Where orders come from: newcomers mostly by advertisement, regulars mostly by themselves. */
final class Attributions {

  private static final OrderDocument.Attribution SEARCH =
      new OrderDocument.Attribution("google", "cpc", "paid");
  private static final OrderDocument.Attribution SOCIAL =
      new OrderDocument.Attribution("instagram", "social", "paid");
  private static final OrderDocument.Attribution FOUND =
      new OrderDocument.Attribution("google", "organic", "organic");
  private static final OrderDocument.Attribution FRIEND =
      new OrderDocument.Attribution("friend", "referral", "referral");
  private static final OrderDocument.Attribution DIRECT =
      new OrderDocument.Attribution("direct", "none", "direct");

  private static final List<OrderDocument.Attribution> NEWCOMERS =
      List.of(SEARCH, SEARCH, SEARCH, SOCIAL, SOCIAL, FOUND, FOUND, FRIEND);
  private static final List<OrderDocument.Attribution> REGULARS =
      List.of(DIRECT, DIRECT, DIRECT, FOUND, SEARCH);

  private Attributions() {}

  static OrderDocument.Attribution of(Purchase purchase, Dice dice) {
    var channel = purchase.identity().channel();
    return channel.marketplace()
        ? new OrderDocument.Attribution(channel.key(), "marketplace", "organic")
        : dice.pick(purchase.repeat() ? REGULARS : NEWCOMERS);
  }
}
