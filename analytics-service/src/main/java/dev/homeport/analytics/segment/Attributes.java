package dev.homeport.analytics.segment;

import static dev.homeport.analytics.segment.AttributeType.BOOL;
import static dev.homeport.analytics.segment.AttributeType.DATE;
import static dev.homeport.analytics.segment.AttributeType.DOUBLE;
import static dev.homeport.analytics.segment.AttributeType.FLAGS;
import static dev.homeport.analytics.segment.AttributeType.INT;
import static dev.homeport.analytics.segment.AttributeType.STRING;
import static dev.homeport.analytics.segment.AttributeType.STRINGS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that an expression can ask of a customer. A new attribute is a line here. */
public final class Attributes {
  private static final List<Attribute> ALL =
      List.of(
          kept("orders.count", INT, Trait.ORDERS, "Orders that count.", "orders.count >= 3"),
          kept(
              "orders.net",
              DOUBLE,
              Trait.NET,
              "What was bought less what came back, in the reporting currency.",
              "orders.net > 500"),
          kept(
              "orders.gross",
              DOUBLE,
              Trait.GROSS,
              "What was bought, returns included, in the reporting currency.",
              "orders.gross > 500"),
          made(
              "orders.averageNet",
              DOUBLE,
              Set.of(Trait.NET, Trait.ORDERS),
              "`orders.net` per order; unknown without an order.",
              "orders.averageNet >= 80",
              frame -> ratio(frame, Trait.NET, Trait.ORDERS)),
          made(
              "orders.returnRate",
              DOUBLE,
              Set.of(Trait.RETURNED, Trait.GROSS),
              "The part of `orders.gross` that came back, from 0 to 1; unknown when nothing was"
                  + " paid.",
              "orders.returnRate > 0.5",
              frame -> ratio(frame, Trait.RETURNED, Trait.GROSS)),
          kept(
              "orders.firstDay",
              DATE,
              Trait.FIRST_DAY,
              "Day of the first order that counts.",
              "orders.firstDay >= date(\"2026-01-01\")"),
          kept(
              "orders.lastDay",
              DATE,
              Trait.LAST_DAY,
              "Day of the last order that counts.",
              "orders.lastDay == null"),
          daily(
              "orders.daysSinceFirst",
              INT,
              Set.of(Trait.FIRST_DAY),
              "Days since the first order; unknown without an order.",
              "orders.daysSinceFirst > 365",
              frame -> Functions.daysSince(frame.trait(Trait.FIRST_DAY), frame)),
          daily(
              "orders.daysSinceLast",
              INT,
              Set.of(Trait.LAST_DAY),
              "Days since the last order; unknown without an order.",
              "orders.daysSinceLast > 90",
              frame -> Functions.daysSince(frame.trait(Trait.LAST_DAY), frame)),
          kept("rfm.r", INT, Trait.R, "Recency score, 5 is best.", "rfm.r <= 2"),
          kept("rfm.f", INT, Trait.F, "Frequency score, 5 is best.", "rfm.f == 5"),
          kept("rfm.m", INT, Trait.M, "Monetary score, 5 is best.", "rfm.m >= 4"),
          kept("rfm.fm", INT, Trait.FM, "Frequency and monetary score in one.", "rfm.fm >= 4"),
          kept(
              "rfm.group",
              STRING,
              Trait.RFM_GROUP,
              "Key of the group in the default scoring.",
              "rfm.group in [\"at-risk\", \"cant-lose-them\"]"),
          kept(
              "rfm.previousGroup",
              STRING,
              Trait.PREVIOUS_GROUP,
              "Key of the group before the present one.",
              "rfm.previousGroup == \"champions\" && rfm.group != \"champions\""),
          kept(
              "rfm.groupSince",
              DATE,
              Trait.GROUP_SINCE,
              "Day on which the present group was reached.",
              "daysSince(rfm.groupSince) <= 7"),
          daily(
              "rfm.recencyDays",
              INT,
              Set.of(Trait.LAST_DAY),
              "The same as `orders.daysSinceLast`.",
              "rfm.recencyDays < 30",
              frame -> Functions.daysSince(frame.trait(Trait.LAST_DAY), frame)),
          kept("markets", STRINGS, Trait.MARKETS, "Markets bought on.", "\"PL\" in markets"),
          kept("channels", STRINGS, Trait.CHANNELS, "Channels bought on.", "size(channels) >= 2"),
          kept(
              "categories",
              STRINGS,
              Trait.CATEGORIES,
              "Categories of products bought and kept.",
              "\"kitchen\" in categories"),
          kept(
              "products",
              STRINGS,
              Trait.PRODUCTS,
              "SKUs of products bought and kept.",
              "\"MUG-1\" in products"),
          kept(
              "country",
              STRING,
              Trait.COUNTRY,
              "Country in the profile, ISO 3166-1.",
              "country in [\"DE\", \"AT\"]"),
          kept(
              "language",
              STRING,
              Trait.LANGUAGE,
              "Language in the profile, BCP 47.",
              "language.startsWith(\"de\")"),
          kept("tags", STRINGS, Trait.TAGS, "Tags of the profile.", "\"vip\" in tags"),
          made(
              "consents",
              FLAGS,
              Set.of(Trait.CONSENTS),
              "What the customer's data may be used for at present; false for a purpose that is"
                  + " not allowed or not known.",
              "consents[\"email-marketing\"]",
              Functions::consents),
          kept(
              "points.available",
              INT,
              Trait.POINTS_AVAILABLE,
              "Points that can be used, in the oldest programme; may be below zero.",
              "points.available >= 500"),
          kept(
              "points.pending",
              INT,
              Trait.POINTS_PENDING,
              "Points that were given and cannot be used yet.",
              "points.pending > 0"),
          kept(
              "points.earned",
              INT,
              Trait.POINTS_EARNED,
              "Points that orders and activities have earned, as they now stand.",
              "points.earned >= 1000"),
          kept(
              "tier",
              STRING,
              Trait.TIER,
              "Key of the tier in the oldest programme; unknown below the first.",
              "tier in [\"silver\", \"gold\"]"),
          forecast(
              "value.pAlive",
              Trait.ALIVE,
              "Probability that the customer will buy again, from 0 to 1.",
              "value.pAlive < 0.3"),
          forecast(
              "value.expectedOrders90",
              Trait.EXPECTED,
              "Orders to be expected in the next 90 days.",
              "value.expectedOrders90 >= 1"),
          forecast(
              "value.clv",
              Trait.CLV,
              "What the customer is still going to be worth, in the reporting currency.",
              "value.clv > 200"),
          new Attribute(
              "value.known",
              BOOL,
              "Whether there is a forecast.",
              "!value.known",
              Set.of(Trait.EXPECTED),
              true,
              frame -> frame.trait(Trait.EXPECTED) != null));

  private static final Map<String, Attribute> BY_NAME =
      ALL.stream().collect(Collectors.toMap(Attribute::name, Function.identity()));

  private Attributes() {}

  /** All of them, related ones together. */
  public static List<Attribute> all() {
    return ALL;
  }

  static Optional<Attribute> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Attribute kept(
      String name, AttributeType type, Trait trait, String meaning, String example) {
    return made(name, type, Set.of(trait), meaning, example, frame -> frame.trait(trait));
  }

  private static Attribute forecast(String name, Trait trait, String meaning, String example) {
    return daily(name, DOUBLE, Set.of(trait), meaning, example, frame -> frame.trait(trait));
  }

  private static Attribute made(
      String name,
      AttributeType type,
      Set<Trait> traits,
      String meaning,
      String example,
      Term value) {
    return new Attribute(name, type, meaning, example, traits, false, value);
  }

  private static Attribute daily(
      String name,
      AttributeType type,
      Set<Trait> traits,
      String meaning,
      String example,
      Term value) {
    return new Attribute(name, type, meaning, example, traits, true, value);
  }

  private static @org.jspecify.annotations.Nullable Object ratio(
      Frame frame, Trait part, Trait whole) {
    return frame.trait(part) instanceof Number p
            && frame.trait(whole) instanceof Number w
            && w.doubleValue() != 0
        ? (Double) (p.doubleValue() / w.doubleValue())
        : null;
  }
}
