package dev.homeport.system.load;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** People of a made-up country, the same with every run; few names are frequent and many rare. */
final class People {
  private static final List<String> STARTS =
      List.of(
          "ba", "be", "da", "fe", "ga", "hol", "jo", "ka", "lin", "ma", "mu", "no", "ro", "sch",
          "stei", "ta", "ul", "vo", "wal", "zi");
  private static final List<String> MIDDLES =
      List.of("l", "ler", "man", "mi", "n", "na", "r", "ri", "s", "t", "ch", "d", "ge", "ke");
  private static final List<String> ENDS =
      List.of("a", "berg", "er", "hoff", "in", "ke", "mann", "o", "s", "sen", "ski", "t", "z");

  private People() {}

  /** One of them. */
  record One(int number, String given, String family) {
    String email() {
      return given + "." + family + "." + number + "@example.com";
    }

    String phone() {
      return "+4930" + (10_000_000 + number);
    }

    /** With two letters in the wrong order. */
    String misspelt() {
      int at = family.length() / 2;
      return given
          + " "
          + family.substring(0, at - 1)
          + family.charAt(at)
          + family.charAt(at - 1)
          + family.substring(at + 1);
    }
  }

  /** Anyone of so many. */
  static One one(Random random, int size) {
    return one(random.nextInt(size));
  }

  /** A file of them, one a line. */
  static void write(Path file, int size) throws IOException {
    try (Writer lines =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8)) {
      for (int i = 0; i < size; i++) {
        One one = one(i);
        lines.write(
            """
            {"channel":"shop-load","externalId":"p-%d","name":{"given":"%s","family":"%s"},\
            "emails":[{"address":"%s"}],"phones":[{"number":"%s"}],"country":"DE"}
            """
                .formatted(i, one.given(), one.family(), one.email(), one.phone()));
      }
    }
  }

  /** The one of this number. */
  static One one(int number) {
    var random = new Random(number * 0x9E3779B97F4A7C15L);
    return new One(number, word(random, 1), word(random, 2));
  }

  private static String word(Random random, int middles) {
    var word = new StringBuilder(any(STARTS, random));
    for (int i = 0; i < middles; i++) {
      word.append(any(MIDDLES, random));
    }
    return word.append(any(ENDS, random)).toString();
  }

  /** The first ones far more often than the last. */
  private static String any(List<String> parts, Random random) {
    double skewed = random.nextDouble() * random.nextDouble();
    return parts.get((int) (skewed * parts.size()));
  }
}
