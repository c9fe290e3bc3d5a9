package dev.homeport.loyalty.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.Fault;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TierExpressionTest {
  private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");

  @Test
  void everyOrderThatStandsCountsWhatTheExpressionGives() {
    Versions programme = programme("order.amount >= 50 ? 2 : 1");
    TierStanding standing =
        standing(programme, Orders.of(1, "2026-03-01T12:00:00Z", "80"), small(2), small(3));
    assertThat(standing.value()).isEqualByComparingTo("4");
    assertThat(standing.tier()).isEqualTo("silver");
    assertThat(standing.toRise()).isEqualByComparingTo("6");
    assertThat(standing.toStay()).isZero();
    assertThat(standing.projected()).isEqualTo("silver");
  }

  @Test
  void anOrderCountsAsItNowStands() {
    Versions programme = programme("order.amount / 10");
    Orders order = Orders.of(1, "2026-03-01T12:00:00Z", "80");
    assertThat(standing(programme, order).value()).isEqualByComparingTo("8");
    assertThat(standing(programme, order.back("50")).value()).isEqualByComparingTo("3");
    assertThat(standing(programme, order.back("50")).tier()).isEqualTo("silver");
    assertThat(standing(programme, order.returned()).value()).isZero();
    assertThat(standing(programme, order.status("cancelled")).tier()).isEmpty();
  }

  @Test
  void belowZeroAndWithoutAValueNothingCounts() {
    assertThat(standing(programme("order.lines - 5"), small(1)).value()).isZero();
    assertThat(standing(programme("order.amount / (order.lines - 1)"), small(1)).value()).isZero();
  }

  @Test
  void returnsWithoutAnOrderDoNotChangeIt() {
    List<Fact> facts = List.of(small(1).fact(), Orders.freeReturn(1, "2026-03-05T12:00:00Z", "30"));
    assertThat(standing(programme("3"), facts).value()).isEqualByComparingTo("3");
  }

  @Test
  void daysAreThoseOfTheProgramme() {
    String document = document("calendar.weekday == 'sunday' ? 3 : 1");
    Orders late = Orders.of(1, "2026-03-01T20:00:00Z", "10"); // Monday in Tokyo
    assertThat(standing(Documents.versions(document), late).value()).isEqualByComparingTo("3");
    Versions tokyo = Documents.versions(Documents.START, ZoneId.of("Asia/Tokyo"), document);
    assertThat(standing(tokyo, late).value()).isEqualByComparingTo("1");
  }

  @Test
  void rulesReadTheTierThatWasReached() {
    Versions programme =
        Documents.versions(
            document("order.units")
                .replace(
                    "\"rules\": [",
                    "\"rules\": [{\"key\": \"silver\", \"when\": \"member.tier == 'silver'\","
                        + " \"points\": {\"type\": \"fixed\", \"points\": \"50\"}}, "));
    List<Fact> facts =
        Stream.of(small(1), small(2), small(3), small(4)).<Fact>map(Orders::fact).toList();
    assertThat(Engine.rate(programme, facts, Together.ALONE))
        .extracting(Rated::points)
        .containsExactly(10L, 10L, 10L, 60L);
  }

  @Test
  void whatIsWrongWithItIsSaidWithItsPlace() {
    assertThat(faults(document("order.amount +\\n  order.colour")))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/tiers/value");
              assertThat(fault.code()).isEqualTo(Fault.Code.EXPRESSION);
              assertThat(fault.detail())
                  .startsWith("at line 2, column 3: ")
                  .contains("order.colour is not known, but order.channel");
            });
    assertThat(faults(document("member.orders")))
        .extracting(Fault::detail)
        .first()
        .asString()
        .startsWith("at line 1, column 1: undeclared reference to 'member'");
    assertThat(faults(document("order.amount > 5")))
        .extracting(Fault::detail)
        .first()
        .asString()
        .startsWith("does not give an exact number");
    assertThat(faults(document("1").replace("\"value\": \"1\", ", "")))
        .extracting(fault -> fault.pointer() + " " + fault.code().slug())
        .containsExactly("/tiers/value missing");
    assertThat(faults(document("1").replace("expression", "orders")))
        .extracting(fault -> fault.pointer() + " " + fault.code().slug())
        .containsExactly("/tiers/value unknown-field");
  }

  private static Orders small(int number) {
    return Orders.of(number, "2026-03-0%dT12:00:00Z".formatted(number), "10");
  }

  private static List<Fault> faults(String document) {
    return Documents.faults(Documents.tree(document));
  }

  private static TierStanding standing(Versions programme, Orders... orders) {
    return standing(programme, Stream.of(orders).<Fact>map(Orders::fact).toList());
  }

  private static TierStanding standing(Versions programme, List<Fact> facts) {
    return Tiers.standing(programme, Engine.rate(programme, facts, Together.ALONE), SUMMER)
        .orElseThrow();
  }

  private static Versions programme(String value) {
    return Documents.versions(document(value));
  }

  private static String document(String value) {
    return """
        {"key": "points", "currencies": {"EUR": {"earn": "1"}}, "rounding": "floor",
         "rules": [{"key": "base", "points": {"type": "rate"}}],
         "tiers": {"basis": "expression", "value": "%s", "period": {"type": "anniversary"},
           "levels": [{"key": "silver", "from": "3"}, {"key": "gold", "from": "10"}]}}"""
        .formatted(value);
  }
}
