package dev.homeport.analytics.segment;

import dev.homeport.analytics.points.MemberPoints;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What each documented expression should come to, in Java that knows nothing of expressions. */
public final class Oracle {
  private static final Map<String, Predicate<Shopper>> ALL = new LinkedHashMap<>();

  private Oracle() {}

  public static Map<String, Predicate<Shopper>> all() {
    return ALL;
  }

  private static void say(String who, Predicate<Shopper> which) {
    ALL.put(who, which);
  }

  static {
    say(
        "New this month",
        s ->
            s.count() == 1
                && s.first().get().getMonth() == s.today().getMonth()
                && s.first().get().getYear() == s.today().getYear());
    say("Bought in the last 30 days", s -> s.away() <= 30);
    say("Lapsing: three to six months away", s -> s.away() > 90 && s.away() <= 180);
    say("No order in 90 days, or never", s -> s.away() > 90);
    say("Signed up and never ordered", s -> s.orders().isEmpty());
    say("Repeat buyers", s -> s.orders().size() > 1);
    say(
        "Second order overdue",
        s -> s.count() == 1 && s.first().get().isBefore(s.today().minusDays(60)));
    say("Big spenders", s -> s.net() > 500);
    say(
        "Spent 200 this calendar year",
        s -> s.netBetween(LocalDate.of(s.today().getYear(), 1, 1), s.today()) > 200);
    say("Large baskets", s -> s.count() > 0 && s.net() / s.count() >= 80);
    say(
        "Three orders in 90 days",
        s -> s.ordersBetween(s.today().minusDays(90), LocalDate.MAX) >= 3);
    say(
        "Spent 150 in half a year",
        s -> s.netBetween(s.today().minusDays(182), LocalDate.MAX) >= 150);
    say(
        "Bought in the week of Black Friday",
        s -> s.ordersBetween(LocalDate.of(2025, 11, 24), LocalDate.of(2025, 12, 1)) > 0);
    say(
        "Send most of it back",
        s -> s.count() >= 3 && s.gross() > 0 && s.returned() / s.gross() > 0.5);
    say("Champions", s -> s.scored(rfm -> rfm.group().equals("champions")));
    say(
        "About to be lost",
        s -> s.scored(rfm -> List.of("at-risk", "cant-lose-them").contains(rfm.group())));
    say("Just bought, seldom do", s -> s.scored(rfm -> rfm.r() == 5 && rfm.f() <= 2));
    say(
        "Good customers gone quiet, reachable by e-mail",
        s -> s.scored(rfm -> rfm.fm() >= 4) && s.away() > 60 && s.allows("email-marketing"));
    say("E-mail but no text messages", s -> s.allows("email-marketing") && !s.allows("sms"));
    say(
        "German-speaking countries",
        s -> s.country() != null && List.of("DE", "AT", "CH").contains(s.country()));
    say(
        "Buy abroad",
        s -> s.country() != null && !s.markets().isEmpty() && !s.markets().contains(s.country()));
    say("Speak German", s -> s.language() != null && s.language().startsWith("de"));
    say("Tagged VIP", s -> s.tags().contains("vip"));
    say("Wholesale or press", s -> s.tags().contains("wholesale") || s.tags().contains("press"));
    say("Met at an event", s -> s.tags().stream().anyMatch(tag -> tag.startsWith("event-")));
    say("Shop on two channels", s -> s.channels().size() > 1);
    say(
        "On the marketplace only",
        s ->
            !s.channels().isEmpty()
                && s.channels().stream().noneMatch(channel -> channel.equals("shop-de")));
    say(
        "Have coffee, no grinder",
        s -> s.lastBought("coffee").isPresent() && s.lastBought("grinders").isEmpty());
    say(
        "Due for a refill",
        s ->
            s.lastBought("coffee")
                .map(day -> s.today().toEpochDay() - day.toEpochDay())
                .filter(days -> days >= 25 && days <= 40)
                .isPresent());
    say("Bought one product", s -> s.bought("MUG-1"));
    say(
        "Anniversary month of the first order",
        s ->
            s.first().isPresent()
                && s.first().get().getMonth() == s.today().getMonth()
                && s.first().get().getYear() < s.today().getYear());
    say(
        "Win back, unless asked not to",
        s -> s.away() > 180 && s.count() > 0 && !s.tags().contains("do-not-contact"));
    say(
        "More orders than months",
        s ->
            s.first().isPresent()
                && s.count() * 30 > s.today().toEpochDay() - s.first().get().toEpochDay() + 30);
    say("Enough points for a reward", s -> s.available() >= 500);
    say("Points on their way", s -> s.points().filter(p -> p.pending() > 0).isPresent());
    say(
        "Silver or gold",
        s ->
            s.points()
                .flatMap(MemberPoints::tier)
                .filter(tier -> List.of("silver", "gold").contains(tier.key()))
                .isPresent());
    say(
        "Earned much, in no tier",
        s -> s.points().filter(p -> p.earned() > 300 && p.tier().isEmpty()).isPresent());
    say("Overdrawn", s -> s.available() < 0);
    say("Likely gone, worth having", _ -> false);
    say("Nothing forecast yet", _ -> true);
  }
}
