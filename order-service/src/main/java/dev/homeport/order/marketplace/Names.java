package dev.homeport.order.marketplace;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of people as platforms give them: in pieces. */
public final class Names {
  private static final int LONGEST = 300;

  private Names() {}

  /** What there is of it, with blanks between; null where there is nothing. */
  public static @Nullable String joined(@Nullable String... pieces) {
    String name =
        Stream.of(pieces).filter(Objects::nonNull).collect(Collectors.joining(" ")).strip();
    if (name.isEmpty()) {
      return null;
    }
    return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
  }
}
