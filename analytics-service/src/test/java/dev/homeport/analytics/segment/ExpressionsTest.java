package dev.homeport.analytics.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {
  private static final Moment NOW =
      new Moment(Instant.parse("2026-03-10T08:00:00Z"), LocalDate.of(2026, 3, 10));

  /** As much as is kept of somebody of whom nothing is known. */
  private static final Subject NOBODY =
      trait ->
          switch (trait) {
            case ORDERS -> 0L;
            case GROSS, RETURNED, NET -> 0.0;
            case MARKETS,
                CHANNELS,
                CATEGORIES,
                CATEGORY_DAYS,
                PRODUCTS,
                PRODUCT_DAYS,
                ORDER_DAYS,
                ORDER_NETS,
                TAGS ->
                List.of();
            case CONSENTS -> Map.of();
            default -> null;
          };

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "orders.cnt > 3; unknown-name; 1:1; Did you mean `orders.count`?",
        "lastDay > today; unknown-name; 1:1; Did you mean `orders.lastDay`?",
        "Orders.Count > 3; unknown-name; 1:1; Did you mean `orders.count`?",
        "orders.count > 3 && ordrs.net > 4; unknown-name; 1:21; Did you mean `orders.net`?",
        "orders.within(3) > 1; unknown-name; 1:1; Did you mean `orders.netWithin`?",
        "tags.exists(t, t.startWith(\"v\")); unknown-name; 1:18; Did you mean `startsWith`?",
        "rfm.group == champions; unknown-name; 1:14; If it is a text, write it as `\"champions\"`.",
        "has(orders.count); unknown-name; 1:1; Whether something is known is written `!= null`.",
        "country = \"DE\"; expression-syntax; 1:9; Two values are compared with `==`.",
        "orders.count > 1 and orders.count < 3; expression-syntax; 1:18; Write `&&` for and.",
        "(orders.count > 3; expression-syntax; 1:18; Something is missing at the end, perhaps a parenthesis.",
        "country == “DE”; expression-syntax; 1:12; Texts stand in straight quotes.",
        "tags == \"vip\"; type-mismatch; 1:6; Whether a list holds a value is written `\"value\" in list`.",
        "tags.contains(\"vip\"); type-mismatch; 1:6; Whether a list holds a value is written `\"value\" in list`.",
        "orders.count > \"3\"; type-mismatch; 1:14; Numbers are written without quotes.",
        "orders.lastDay > \"2026-01-01\"; type-mismatch; 1:16; A day is written `date(\"2026-01-31\")`.",
        "country in [\"DE\", 1]; type-mismatch; 1:12; Numbers are written without quotes, texts with them.",
        "orders.count; type-mismatch; 1:1; Compare it with something, for example with `>= 1`.",
        "date(\"2026-02-30\") < today; unusable-value; 1:6; Write it as `date(\"2026-01-31\")`.",
        "tags.all(a, tags.exists(b, tags.exists(c, c == a))); expression-too-complex; 1:39;",
      })
  void what_is_wrong_is_said_with_its_place_and_what_may_have_been_meant(
      String text, String code, String place, String hint) {
    Fault fault = faults(text).getFirst();

    assertThat(fault.kind().code()).isEqualTo(code);
    assertThat(fault.line() + ":" + fault.column()).isEqualTo(place);
    assertThat(fault.hint()).isEqualTo(hint);
    assertThat(fault.message()).doesNotContain("dev.cel", "Exception", "_&&_", "@in");
  }

  @Test
  void a_fault_of_the_second_line_is_found_there() {
    Fault fault = faults("orders.count > 3 &&\n  orders.nett > 4").getFirst();

    assertThat(fault.line()).isEqualTo(2);
    assertThat(fault.column()).isEqualTo(3);
  }

  @Test
  void what_is_long_or_deep_is_refused() {
    for (String text :
        List.of(
            "(".repeat(100) + "true" + ")".repeat(100),
            "orders.count > 0" + " && orders.count > 0".repeat(190),
            "true || " + "1".repeat(Expressions.MAX_LENGTH) + " > 1")) {
      assertThat(faults(text)).extracting(Fault::kind).contains(Fault.Kind.TOO_COMPLEX);
    }
  }

  /** Left: what is asked of somebody of whom nothing is known; right: the answer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "orders.daysSinceLast > 90; false",
        "orders.daysSinceLast <= 90; false",
        "!(orders.daysSinceLast <= 90); true",
        "orders.lastDay == null; true",
        "orders.lastDay != null; false",
        "orders.lastDay == orders.firstDay; false",
        "orders.lastDay != orders.firstDay; true",
        "country == null; true",
        "country != \"DE\"; true",
        "country in [\"DE\"]; false",
        "rfm.r < 3 || rfm.r >= 3; false",
        "orders.averageNet > 0.0 || orders.averageNet <= 0.0; false",
        "consents[\"sms\"]; false",
        "!consents[\"sms\"]; true",
        "\"sms\" in consents; false",
        "tags.all(t, t == \"x\"); true",
        "size(tags) == 0; true",
        "tags[3] == \"x\"; false",
        "(rfm.r == 5 ? 1 : 0) / 0 == 1; false",
        "9223372036854775807 + 1 > 0; false",
        "today + 9223372036854775807 > today; false",
        "daysAgo(-9223372036854775807) > today; false",
        "monthsAgo(9223372036854775807) < today; false",
        "year(categories.lastDay(\"x\")) == 2026; false",
        "orders.countWithin(30) == 0 && orders.netWithin(30) == 0.0; true",
        "1.0 / 0.0 > 1.0; false",
        "5 % 0 == 0; false",
        "value.known; false",
      })
  void whatever_is_not_known_has_an_answer(String text, boolean answer) {
    assertThat(sound(text).at(NOW).test(NOBODY)).as(text).isEqualTo(answer);
  }

  @Test
  void days_are_those_of_the_tenant() {
    Subject subject =
        Subject.of(
            Map.of(
                Trait.LAST_DAY, LocalDate.of(2026, 2, 8),
                Trait.ORDER_DAYS, List.of(LocalDate.of(2026, 2, 8), LocalDate.of(2025, 12, 1)),
                Trait.ORDER_NETS, List.of(10.5, 20.0)));

    for (String text :
        List.of(
            "orders.daysSinceLast == 30",
            "daysSince(orders.lastDay) == 30",
            "orders.lastDay == today - 30",
            "orders.lastDay == daysAgo(30)",
            "today - orders.lastDay == 30",
            "monthsAgo(1) == date(\"2026-02-10\")",
            "startOfYear(today) == date(\"2026-01-01\") && startOfMonth(today) == today - 9",
            "orders.countWithin(30) == 1 && orders.countWithin(29) == 0",
            "orders.netWithin(365) == 30.5",
            "orders.netBetween(date(\"2025-12-01\"), date(\"2025-12-01\")) == 20")) {
      assertThat(sound(text).at(NOW).test(subject)).as(text).isTrue();
      assertThat(sound(text).daily()).as(text).isEqualTo(!text.startsWith("orders.netBetween"));
    }
  }

  @Test
  void only_what_an_expression_names_is_asked_of_a_customer() {
    assertThat(sound("orders.count > 1 && orders.countWithin(3) > 0").traits())
        .containsExactlyInAnyOrder(Trait.ORDERS, Trait.ORDER_DAYS);
  }

  @Test
  void every_attribute_is_documented_as_it_is() {
    for (Attribute attribute : Attributes.all()) {
      assertThat(Documented.lines())
          .contains(
              "| `%s` | %s | %s | %s |"
                  .formatted(
                      attribute.name(),
                      attribute.type().text(),
                      attribute.daily() ? "daily" : "",
                      attribute.meaning()));
      Expression example = sound(attribute.example());
      assertThat(example.attributes()).contains(attribute);
    }
  }

  private static Expression sound(String text) {
    return switch (Expressions.compile(text)) {
      case Compilation.Sound sound -> sound.expression();
      case Compilation.Faulty faulty -> throw new AssertionError(text + ": " + faulty.faults());
    };
  }

  private static List<Fault> faults(String text) {
    return switch (Expressions.compile(text)) {
      case Compilation.Sound _ -> throw new AssertionError(text + " is sound");
      case Compilation.Faulty faulty -> faulty.faults();
    };
  }
}
