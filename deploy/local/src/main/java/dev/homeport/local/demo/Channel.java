package dev.homeport.local.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Where the merchant sells: a storefront of its own in every market, and four marketplaces. */
enum Channel {
  SHOP_DE(Tender.EUR, Set.of(Market.DE)),
  SHOP_GB(Tender.GBP, Set.of(Market.GB)),
  SHOP_US(Tender.USD, Set.of(Market.US)),
  SHOP_JP(Tender.JPY, Set.of(Market.JP)),
  SHOP_PL(Tender.PLN, Set.of(Market.PL)),
  SHOP_SE(Tender.SEK, Set.of(Market.SE)),
  AMAZON_DE(Tender.EUR, Set.of(Market.DE, Market.PL, Market.SE), "b%s@marketplace.amazon.de"),
  EBAY_GB(Tender.GBP, Set.of(Market.GB, Market.DE), "b%s@members.ebay.co.uk"),
  WALMART_US(Tender.USD, Set.of(Market.US), "b%s@relay.walmart.com"),
  RAKUTEN_JP(Tender.JPY, Set.of(Market.JP), "%.1s***@e***.com");

  private final Tender tender;
  private final Set<Market> markets;
  private final String disguise;

  Channel(Tender tender, Set<Market> markets) {
    this(tender, markets, "");
  }

  Channel(Tender tender, Set<Market> markets, String disguise) {
    this.tender = tender;
    this.markets = markets;
    this.disguise = disguise;
  }

  /** The storefront of a market. */
  static Channel shop(Market market) {
    return serving(market).filter(channel -> !channel.marketplace()).findFirst().orElseThrow();
  }

  /** The marketplaces that a market's people buy on. */
  static List<Channel> marketplaces(Market market) {
    return serving(market).filter(Channel::marketplace).toList();
  }

  private static Stream<Channel> serving(Market market) {
    return Arrays.stream(values()).filter(channel -> channel.markets.contains(market));
  }

  /** Its name in documents. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The currency that everybody pays here. */
  Tender tender() {
    return tender;
  }

  boolean marketplace() {
    return !disguise.isEmpty();
  }

  /** What a marketplace shows instead of a buyer's e-mail address. */
  String disguised(String buyer) {
    return disguise.formatted(buyer);
  }
}
