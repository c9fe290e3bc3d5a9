package dev.homeport.analytics.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room text takes, without a font at hand: the widths of DejaVu Sans, the widest of the
 * fonts that are met, so that it fits in all of them.
 */
final class Type {
  static final String FAMILY =
      "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

  /** How much wider bold letters are. */
  static final double BOLD = 1.12;

  private static final double WIDE = 1;
  private static final double CAPITAL = 0.74;
  private static final double FIGURE = 0.64;
  private static final double SMALL = 0.615;
  private static final double NARROW = 0.42;
  private static final double THIN = 0.32;

  private static final String ELLIPSIS = "…";

  private Type() {}

  static double width(String text, double size) {
    return size * text.codePoints().mapToDouble(Type::ems).sum();
  }

  static double boldWidth(String text, double size) {
    return BOLD * width(text, size);
  }

  /** As much of a text as there is room for. */
  static String fit(String text, double size, double room) {
    if (width(text, size) <= room) {
      return text;
    }
    String shorter = text;
    while (!shorter.isEmpty() && width(shorter + ELLIPSIS, size) > room) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter.strip() + ELLIPSIS;
  }

  /** As {@link #fit}, in bold. */
  static String fitBold(String text, double size, double room) {
    return fit(text, BOLD * size, room);
  }

  /** Words in at most so many lines, each with as much as there is room for. */
  static List<String> wrap(String text, double size, double room, int lines) {
    var wrapped = new ArrayList<String>();
    String rest = text.strip();
    while (!rest.isEmpty() && wrapped.size() < lines - 1) {
      int end = rest.length();
      while (end > 0 && width(rest.substring(0, end), size) > room) {
        end = rest.lastIndexOf(' ', end - 1);
      }
      int line = end > 0 ? end : firstWord(rest);
      wrapped.add(fit(rest.substring(0, line), size, room));
      rest = rest.substring(line).strip();
    }
    if (!rest.isEmpty()) {
      wrapped.add(fit(rest, size, room));
    }
    return wrapped;
  }

  private static int firstWord(String text) {
    int blank = text.indexOf(' ');
    return blank < 0 ? text.length() : blank;
  }

  private static double ems(int c) {
    return switch (c) {
      case 'i', 'j', 'l', 'I', '.', ',', ':', ';', '\'', '|', '!', ' ', 0xA0, 0x2019 -> THIN;
      case 'f', 't', 'r', '-', '(', ')', '/', '"', '[', ']' -> NARROW;
      case 'm', 'w', 'M', 'W', '%', '@', '…', '—' -> WIDE;
      default -> {
        if (Character.isDigit(c)) {
          yield FIGURE;
        } else if (c > 0x2E80) {
          yield WIDE;
        }
        yield Character.isUpperCase(c) ? CAPITAL : SMALL + (c > 0x7F ? 0.1 : 0);
      }
    };
  }
}
