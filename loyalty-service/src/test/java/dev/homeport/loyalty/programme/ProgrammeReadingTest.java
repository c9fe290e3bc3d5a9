package dev.homeport.loyalty.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgrammeReadingTest {
  private static final int MUTATIONS = 1_500;

  @Test
  void theStarterIsSound() {
    ProgrammeDocument starter = Documents.sound(Documents.starter());
    assertThat(starter.key()).isEqualTo("points");
    assertThat(starter.rounding()).isEqualTo(RoundingMode.FLOOR);
    assertThat(starter.remembers()).isFalse();
    assertThat(starter.life()).isEqualTo(new LotLife.Never());
  }

  @Test
  void everythingThatCanBeSaidIsRead() {
    ProgrammeDocument full = Documents.sound(Documents.FULL);
    assertThat(full.rules()).hasSize(9);
    assertThat(full.rules().get(2).formula()).isInstanceOf(Formula.Rate.class);
    assertThat(full.overdraft()).isEqualTo(new OverdraftFloor.Limit(500));
    assertThat(full.life()).isEqualTo(new LotLife.Rolling(12, LotLife.Until.QUARTER));
    assertThat(full.start()).isEqualTo(new LotStart.AfterDelivery(14, 90));
    assertThat(full.remembers()).isTrue();
  }

  @Test
  void allFaultsAreFoundAtOnceEachWithItsPlace() {
    JsonNode document =
        Documents.tree(
            """
            {"key": "No Key", "colour": "red", "rounding": "sideways", "tolerance": "0",
             "currencies": {"EUR": {"earn": 1}, "EURO": {"earn": "1"}, "XYQ": {"earn": "1"}},
             "markets": {"de/at": {}},
             "rules": [
               {"key": "a", "points": {"type": "rate", "points": "5"}},
               {"key": "a", "when": "order.amont > 5", "points": {"type": "multiply"}},
               {"points": {"type": "magic"}, "cooldownDays": 0,
                "from": "2026-01-02T00:00:00Z", "until": "2026-01-01T00:00:00Z"}],
             "caps": [{"per": "year", "points": 5}],
             "overdraft": "some", "usable": {"type": "after-delivery", "days": -1}, "expiry": {"type": "rolling"}}""");

    assertThat(Documents.faults(document))
        .extracting(fault -> fault.pointer() + " " + fault.code().slug())
        .containsExactlyInAnyOrder(
            "/key malformed",
            "/colour unknown-field",
            "/rounding unknown-value",
            "/tolerance out-of-range",
            "/currencies/EUR/earn malformed",
            "/currencies/EURO malformed",
            "/currencies/XYQ unknown-currency",
            "/markets/de~1at malformed",
            "/rules/0/points/points unknown-field",
            "/rules/1/key duplicate",
            "/rules/1/when expression",
            "/rules/1/points/factor missing",
            "/rules/2/key missing",
            "/rules/2/points/type unknown-value",
            "/rules/2/points/points missing",
            "/rules/2/cooldownDays out-of-range",
            "/rules/2/until contradiction",
            "/caps/0/per unknown-value",
            "/caps/0/over missing",
            "/overdraft malformed",
            "/usable/days out-of-range",
            "/usable/deadlineDays missing",
            "/expiry/months missing");
  }

  @Test
  void anActivityHasNoAmountsAndNoLines() {
    JsonNode document =
        Documents.tree(
            Documents.withRules(
                """
                {"key": "a", "activity": "review", "points": {"type": "rate"},
                 "lines": "line.units > 1", "minimum": {"EUR": "5"}}""",
                """
                {"key": "b", "activity": "review", "when": "order.amount > 5",
                 "points": {"type": "fixed", "points": "5"}}""",
                """
                {"key": "c", "activity": "No Key", "points": {"type": "fixed", "points": "5"}}"""));

    assertThat(Documents.faults(document))
        .extracting(fault -> fault.pointer() + " " + fault.code().slug())
        .containsExactlyInAnyOrder(
            "/rules/1/points/type contradiction",
            "/rules/1/lines contradiction",
            "/rules/1/minimum contradiction",
            "/rules/2/activity contradiction",
            "/rules/3/activity malformed");
  }

  @Test
  void whatIsNoObjectAtAllIsAFault() {
    assertThat(Documents.faults(TextNode.valueOf("points")))
        .extracting(Fault::pointer)
        .contains("");
  }

  /** Whatever is changed at random, schema and reading agree on whether the form is right. */
  @Test
  void theSchemaSaysTheSame() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("contracts", "programme.v1.schema.json")));
    int refused = 0;
    for (long seed = 0; seed < MUTATIONS; seed++) {
      var random = new Random(seed);
      JsonNode document =
          Documents.tree(
              random.nextInt(3) == 0
                  ? Documents.starter()
                  : switch (random.nextInt(8)) {
                    case 0 -> Documents.withDates();
                    case 1 -> Documents.withInactivity();
                    case 2 -> Documents.withComputedTiers();
                    default -> Documents.FULL;
                  });
      for (int i = random.nextInt(3); i > 0; i--) {
        mutate(document, random);
      }
      List<Fault> ofTheForm =
          Documents.faults(document).stream().filter(fault -> fault.code().ofTheForm()).toList();
      assertThat(schema.validate(document).isEmpty())
          .as("seed %d: %s\n%s", seed, document, ofTheForm)
          .isEqualTo(ofTheForm.isEmpty());
      refused += ofTheForm.isEmpty() ? 0 : 1;
    }
    assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS);
  }

  private static void mutate(JsonNode document, Random random) {
    var places = new ArrayList<JsonNode>();
    collect(document, places);
    JsonNode place = places.get(random.nextInt(places.size()));
    switch (place) {
      case ObjectNode object -> mutate(object, random);
      case ArrayNode array -> {
        if (array.isEmpty() || random.nextInt(4) == 0) {
          array.add(value(random));
        } else {
          array.remove(random.nextInt(array.size()));
        }
      }
      default -> throw new IllegalStateException();
    }
  }

  private static void mutate(ObjectNode object, Random random) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() ? "more" : names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name + "x", value(random));
      default -> object.set(name, value(random));
    }
  }

  private static JsonNode value(Random random) {
    String[] values = {
      "1",
      "0",
      "-3",
      "7",
      "1000000001",
      "true",
      "null",
      "\"\"",
      "\" \"",
      "\"0\"",
      "\"1\"",
      "\"0.00\"",
      "\"1.25\"",
      "\"01\"",
      "\"1000.0\"",
      "\"1000.01\"",
      "\"1000000\"",
      "\"1000001\"",
      "\"none\"",
      "\"rate\"",
      "\"best\"",
      "\"day\"",
      "\"floor\"",
      "\"reject\"",
      "\"true\"",
      "{}",
      "[]",
      "\"order.lines > 1\"",
      "\"EUR\"",
      "\"all\"",
      "\"expression\"",
      "\"2026-01-01T00:00:00Z\"",
      "\"2026-01-01\"",
      "\"12-31\"",
      "\"02-30\"",
      "\"year\"",
      "{\"type\": \"never\"}"
    };
    return Documents.tree(values[random.nextInt(values.length)]);
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isContainerNode()) {
      into.add(node);
      node.forEach(child -> collect(child, into));
    }
  }
}
