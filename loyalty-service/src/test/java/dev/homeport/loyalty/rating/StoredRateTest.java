package dev.homeport.loyalty.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Exchange;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.Versions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredRateTest {
  private static final String AT = "2026-11-02T10:00:00Z";
  private static final String UNLISTED =
      programme("\"EUR\": {\"earn\": \"2\"}, \"SEK\": {\"burn\": \"0.1\"}", "unlisted");
  private static final String ALL = programme("\"EUR\": {\"burn\": \"0.01\"}", "all");

  @Test
  void whatTheTablesDoNotListEarnsByTheRateOfTheOrder() {
    Rated rated = rate(UNLISTED, yen().exchange("EUR", "0.00614"));
    assertThat(rated.points()).isEqualTo(73); // 8000 * 0.00614 * 1.5 = 73.68
    assertThat(rated.explanation().text())
        .isEqualTo("Earns 73: 8000 JPY (each 0.00614 EUR) at 1.5 a unit, rounded (floor).");
  }

  @Test
  void whatTheTablesListEarnsByThemOrNotAtAll() {
    assertThat(rate(UNLISTED, order().exchange("EUR", "1")).points()).isEqualTo(20);
    Rated listed = rate(UNLISTED, order().in("SEK").exchange("EUR", "0.09"));
    assertThat(listed.explanation().reason()).isEqualTo(Reason.NO_RATE);
  }

  @Test
  void everyOrderEarnsByItsRateWhereThatIsSaid() {
    assertThat(rate(ALL, order().exchange("EUR", "1")).points()).isEqualTo(15);
    assertThat(rate(ALL, order().in("GBP").exchange("EUR", "1.2")).points()).isEqualTo(18);
  }

  @Test
  void anOrderWithoutARateIntoTheCurrencyWaitsForOne() {
    assertThat(rate(UNLISTED, yen()).explanation().reason()).isEqualTo(Reason.NO_STORED_RATE);
    Rated dollars = rate(UNLISTED, yen().exchange("USD", "0.0067"));
    assertThat(dollars.explanation().reason()).isEqualTo(Reason.NO_STORED_RATE);
    assertThat(dollars.explanation().text()).startsWith("Counts for nothing: it brings no");
  }

  @Test
  void aReturnWithoutAnOrderTakesBackWhatItsOwnRateWouldHaveEarned() {
    Rated rated = Engine.rate(versions(UNLISTED), List.of(back("0.00614")), Together.ALONE).get(0);
    assertThat(rated.points()).isEqualTo(-73);
    Rated unknown = Engine.rate(versions(UNLISTED), List.of(back(null)), Together.ALONE).get(0);
    assertThat(unknown.points()).isZero();
    assertThat(unknown.explanation().reason()).isEqualTo(Reason.NO_STORED_RATE);
  }

  @Test
  void aRuleWithRatesOfItsOwnGoesByThem() {
    String document = ALL.replace("\"rate\"}", "\"rate\", \"rates\": {\"JPY\": \"0.5\"}}");
    assertThat(rate(document, yen().exchange("EUR", "0.00614")).points()).isEqualTo(4000);
    assertThat(rate(document, order().exchange("EUR", "1")).explanation().reason())
        .isEqualTo(Reason.NO_RATE);
  }

  @Test
  void tiersBySpendMeasureByTheRateToo() {
    String document =
        UNLISTED.replace(
            "\"rules\"",
            """
            "tiers": {"basis": "spend", "period": {"type": "anniversary"}, "levels": [
              {"key": "silver", "from": "40"}]}, "rules\"""");
    assertThat(standing(document, yen().exchange("EUR", "0.00614")).value())
        .isEqualByComparingTo("49.12");
    assertThat(standing(document, yen()).value()).isZero();
  }

  private static TierStanding standing(String document, Orders order) {
    Versions versions = versions(document);
    List<Rated> ratings = Engine.rate(versions, List.of(order.fact()), Together.ALONE);
    return Tiers.standing(versions, ratings, Instant.parse("2026-12-01T00:00:00Z")).orElseThrow();
  }

  private static Orders yen() {
    return Orders.of(1, AT, "8000").in("JPY");
  }

  private static Orders order() {
    return Orders.of(1, AT, "10");
  }

  private static Fact back(String rate) {
    FreeReturnFact euros = Orders.freeReturn(1, AT, "8000");
    return new FreeReturnFact(
        euros.id(),
        euros.identityId(),
        euros.revision(),
        euros.channel(),
        euros.market(),
        euros.country(),
        euros.returnedAt(),
        Currency.getInstance("JPY"),
        euros.lines(),
        euros.amount(),
        false,
        rate == null ? null : new Exchange(Currency.getInstance("EUR"), new BigDecimal(rate)));
  }

  private static Rated rate(String document, Orders order) {
    return Engine.rate(versions(document), List.of(order.fact()), Together.ALONE).getFirst();
  }

  private static Versions versions(String document) {
    return Documents.versions(document);
  }

  private static String programme(String currencies, String reach) {
    return """
        {"key": "points", "currencies": {%s}, "rounding": "floor",
         "storedRate": {"currency": "EUR", "earn": "1.5", "for": "%s"}, "tolerance": "10",
         "rules": [{"key": "base", "points": {"type": "rate"}}]}"""
        .formatted(
            currencies
                .replace("{\"earn", "{\"reference\": \"1\", \"earn")
                .replace("{\"burn", "{\"reference\": \"0.09\", \"burn"),
            reach);
  }
}
