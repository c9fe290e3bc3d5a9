package dev.homeport.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the people: where they live, since when they buy, and what each channel knows of them. */
final class Population {

  private static final List<String> MAIL_DOMAINS =
      List.of("example.com", "example.net", "example.org");

  private static final double MARKETPLACE_ONLY = 0.22;
  private static final double GUEST_ONLY = 0.10;
  private static final double SEVERAL = 0.20;
  private static final double GUEST_TOO = 0.35;
  private static final double TELLS_NUMBER = 0.6;
  private static final double TELLS_ADDRESS = 0.3;

  private final Dice dice;
  private final BuyingModel model;
  private final Map<Market, Integer> counts = new EnumMap<>(Market.class);

  Population(Dice dice, BuyingModel model) {
    this.dice = dice;
    this.model = model;
  }

  /** People who begin to buy within the period, ever more of them. */
  List<Shopper> between(Instant start, Instant end, int size) {
    var seconds = Duration.between(start, end).toSeconds();
    var people = new ArrayList<Shopper>();
    for (int number = 1; number <= size; number++) {
      var since = start.plusSeconds((long) (growing() * seconds));
      var market = market();
      people.add(new Shopper(number, market, since, model.draw(dice), identities(number, market)));
    }
    return people;
  }

  /** The density of newcomers doubles over the period: the inverse of (x + x²/2) / 1.5. */
  private double growing() {
    return Math.sqrt(1 + 3 * dice.unit()) - 1;
  }

  private Market market() {
    double left = dice.unit();
    for (var market : Market.values()) {
      left -= market.share();
      if (left < 0) {
        return market;
      }
    }
    return Market.DE;
  }

  private List<Identity> identities(int number, Market market) {
    var first = dice.pick(market.firstNames());
    var last = dice.pick(market.lastNames());
    var person =
        new OrderDocument.Buyer(
            "c-%05d".formatted(number),
            email(first, last, number),
            phone(market),
            first + " " + last,
            market.name());
    return as(person, market);
  }

  /** One person can be several buyers, and what the channels tell may show it or not. */
  private List<Identity> as(OrderDocument.Buyer person, Market market) {
    var shop = Channel.shop(market);
    var account = new Identity(shop, person);
    var guest = new Identity(shop, known(person, null, person.email(), null));
    double kind = dice.unit();
    if (kind < SEVERAL) {
      return List.of(account, dice.chance(GUEST_TOO) ? guest : onMarketplace(person, market));
    }
    if (kind < SEVERAL + MARKETPLACE_ONLY) {
      return List.of(onMarketplace(person, market));
    }
    return List.of(kind < SEVERAL + MARKETPLACE_ONLY + GUEST_ONLY ? guest : account);
  }

  private Identity onMarketplace(OrderDocument.Buyer person, Market market) {
    var places = Channel.marketplaces(market);
    if (places.isEmpty()) {
      return new Identity(Channel.shop(market), person);
    }
    var channel = dice.pick(places);
    var buyer = "m-%08d".formatted(dice.between(1, 99_999_999));
    var phone = dice.chance(TELLS_NUMBER) ? person.phone() : null;
    var email = dice.chance(TELLS_ADDRESS) ? person.email() : channel.disguised(buyer.substring(2));
    return new Identity(channel, known(person, buyer, email, phone));
  }

  private static OrderDocument.Buyer known(
      OrderDocument.Buyer person,
      @Nullable String externalId,
      @Nullable String email,
      @Nullable String phone) {
    var name = externalId == null ? person.name() : null;
    return new OrderDocument.Buyer(externalId, email, phone, name, person.country());
  }

  private String email(String first, String last, int number) {
    var name = (first + "." + last).toLowerCase(Locale.ROOT);
    return name + number + "@" + dice.pick(MAIL_DOMAINS);
  }

  private @Nullable String phone(Market market) {
    var blocks = market.phones();
    if (blocks.isEmpty()) {
      return null;
    }
    int number = counts.merge(market, 1, Integer::sum) - 1;
    return blocks.get(number % blocks.size()).formatted(number / blocks.size());
  }
}
