package dev.homeport.analytics.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelOptions;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where everything is known, expressions mean what they mean to the runtime of {@code dev.cel}. */
class CelLawTest {
  private static final long SEED = 7_310;
  private static final Moment NOW = Moment.of(Instant.EPOCH, ZoneOffset.UTC);
  private static final List<String> WORDS = List.of("vip", "v", "DE", "AT", "coffee", "");
  private static final CelOptions OPTIONS =
      CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("orders.count", SimpleType.INT)
          .addVar("orders.net", SimpleType.DOUBLE)
          .addVar("country", SimpleType.STRING)
          .addVar("tags", ListType.create(SimpleType.STRING))
          .build();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

  @Test
  void random_expressions_have_the_same_answers() throws Exception {
    var random = new Random(SEED);
    int trues = 0;
    for (int round = 0; round < 3_000; round++) {
      String text = flag(random, 4);
      var program = RUNTIME.createProgram(COMPILER.compile(text).getAst());
      Expression own = ((Compilation.Sound) Expressions.compile(text)).expression();
      for (int i = 0; i < 3; i++) {
        long count = random.nextInt(6);
        double net = random.nextInt(50) / 4.0;
        String country = word(random);
        List<String> tags = words(random);

        boolean expected =
            (Boolean)
                program.eval(
                    Map.of(
                        "orders.count", count,
                        "orders.net", net,
                        "country", country,
                        "tags", tags));

        Subject subject =
            Subject.of(
                Map.of(
                    Trait.ORDERS, count, Trait.NET, net, Trait.COUNTRY, country, Trait.TAGS, tags));
        assertThat(own.at(NOW).test(subject))
            .as("seed %d: %s of %d, %s, %s, %s", SEED, text, count, net, country, tags)
            .isEqualTo(expected);
        trues += expected ? 1 : 0;
      }
    }
    assertThat(trues).as("answers of both kinds").isBetween(2_000, 7_000);
  }

  private static String flag(Random random, int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? "true" : "orders.count == " + random.nextInt(6);
    }
    int less = depth - 1;
    return switch (random.nextInt(11)) {
      case 0 -> "(%s && %s)".formatted(flag(random, less), flag(random, less));
      case 1 -> "(%s || %s)".formatted(flag(random, less), flag(random, less));
      case 2 -> "!(%s)".formatted(flag(random, less));
      case 3 ->
          "(%s ? %s : %s)".formatted(flag(random, less), flag(random, less), flag(random, less));
      case 4 -> "(%s %s %s)".formatted(whole(random, less), order(random), whole(random, less));
      case 5 -> "(%s %s %s)".formatted(broken(random, less), order(random), broken(random, less));
      case 6 ->
          "(%s %s orders.net)"
              .formatted(whole(random, less), List.of("<", "<=", ">", ">=").get(random.nextInt(4)));
      case 7 -> "(%s %s %s)".formatted(text(random), order(random), text(random));
      case 8 -> "(%s in %s)".formatted(text(random), list(random));
      case 9 ->
          "%s.%s(%s)"
              .formatted(
                  text(random),
                  List.of("startsWith", "endsWith", "contains").get(random.nextInt(3)),
                  text(random));
      default ->
          "%s.%s(t, t %s %s)"
              .formatted(
                  list(random),
                  List.of("exists", "all", "exists_one").get(random.nextInt(3)),
                  order(random),
                  random.nextBoolean() ? "country" : text(random));
    };
  }

  private static String whole(Random random, int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? "orders.count" : "" + random.nextInt(5);
    }
    return switch (random.nextInt(5)) {
      case 0 ->
          "(%s %s %s)"
              .formatted(
                  whole(random, depth - 1),
                  List.of("+", "-", "*").get(random.nextInt(3)),
                  whole(random, depth - 1));
      case 1 -> "(%s / %d)".formatted(whole(random, depth - 1), 1 + random.nextInt(4));
      case 2 -> "(%s %% %d)".formatted(whole(random, depth - 1), 1 + random.nextInt(4));
      case 3 -> "size(%s)".formatted(random.nextBoolean() ? list(random) : text(random));
      default -> "-%s".formatted(whole(random, 0));
    };
  }

  private static String broken(Random random, int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? "orders.net" : random.nextInt(40) / 4.0 + "";
    }
    return "(%s %s %s)"
        .formatted(
            broken(random, depth - 1),
            List.of("+", "-", "*").get(random.nextInt(3)),
            broken(random, depth - 1));
  }

  private static String list(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> "tags";
      case 1 -> "[%s, country]".formatted(text(random));
      default -> "(tags + [%s]).filter(x, x != %s)".formatted(text(random), text(random));
    };
  }

  private static String text(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> "country";
      case 1 -> "(country + \"%s\")".formatted(word(random));
      default -> "\"%s\"".formatted(word(random));
    };
  }

  private static String order(Random random) {
    return List.of("==", "!=", "<", "<=", ">", ">=").get(random.nextInt(6));
  }

  private static List<String> words(Random random) {
    var words = new ArrayList<String>();
    for (int i = 0; i < random.nextInt(4); i++) {
      words.add(word(random));
    }
    return words;
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
