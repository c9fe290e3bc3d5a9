package dev.homeport.analytics.rfm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the positions of a grid are made of. */
public enum Axes {
  /** Recency, and frequency and monetary value in one. */
  R_FM("R", "FM") {
    @Override
    List<Integer> of(Scores scores) {
      return List.of(scores.r(), scores.fm());
    }
  },
  /** Recency and frequency. */
  R_F("R", "F") {
    @Override
    List<Integer> of(Scores scores) {
      return List.of(scores.r(), scores.f());
    }
  },
  /** All three scores. */
  R_F_M("R", "F", "M") {
    @Override
    List<Integer> of(Scores scores) {
      return List.of(scores.r(), scores.f(), scores.m());
    }
  };

  private final List<String> names;
  private final Pattern form;

  Axes(String... names) {
    this.names = List.of(names);
    this.form =
        Pattern.compile(
            Arrays.stream(names)
                .map(name -> name + "(\\d{1,2})(?:-(\\d{1,2}))?")
                .collect(Collectors.joining(" ")));
  }

  /** The scores that make the position of a customer. */
  abstract List<Integer> of(Scores scores);

  /** Their names, in the order in which they are written. */
  public List<String> names() {
    return names;
  }

  /** An area as it is written, such as {@code R4-5 FM1}; empty when it is none. */
  Optional<Area> area(String text) {
    var match = form.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    int[] low = new int[names.size()];
    int[] high = new int[names.size()];
    for (int i = 0; i < names.size(); i++) {
      low[i] = Integer.parseInt(match.group(2 * i + 1));
      String to = match.group(2 * i + 2);
      high[i] = to == null ? low[i] : Integer.parseInt(to);
    }
    return Optional.of(new Area(low, high));
  }

  /** A position as it is written, such as {@code R5 FM4}. */
  String text(List<Integer> position) {
    var parts = new StringBuilder();
    for (int i = 0; i < position.size(); i++) {
      parts.append(i == 0 ? "" : " ").append(names.get(i)).append(position.get(i));
    }
    return parts.toString();
  }
}
