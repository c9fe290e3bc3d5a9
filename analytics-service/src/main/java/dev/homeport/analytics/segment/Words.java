package dev.homeport.analytics.segment;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.parser.Operator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a text in words of its own, and what may have been meant. */
final class Words {
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.*?)'.*");
  private static final Pattern NO_OVERLOAD =
      Pattern.compile(
          "found no matching overload for '(.*?)' applied to '(.*?)'( \\(candidates: (.*)\\))?",
          Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
  private static final Map<String, String> SLIPS =
      Map.ofEntries(
          Map.entry("=", "Two values are compared with `==`."),
          Map.entry("and", "Write `&&` for and."),
          Map.entry("or", "Write `||` for or."),
          Map.entry("not", "Write `!` for not."),
          Map.entry("is", "Two values are compared with `==`."),
          Map.entry("like", "Write `text.contains(\"part\")`."),
          Map.entry("contains", "Write `\"value\" in list`, or `text.contains(\"part\")`."),
          Map.entry("has", "Whether something is known is written `!= null`."),
          Map.entry("between", "Write `a >= 1 && a <= 9`."),
          Map.entry("<>", "Write `!=` for different from."),
          Map.entry("&", "Write `&&` for and."),
          Map.entry("|", "Write `||` for or."));

  private final String text;
  private final List<String> lines;

  Words(String text) {
    this.text = text;
    this.lines = text.lines().toList();
  }

  Fault fault(CelIssue issue) {
    String message = issue.getMessage();
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      return unknown(place(issue, undeclared.group(1)), undeclared.group(1));
    }
    Matcher overload = NO_OVERLOAD.matcher(message);
    if (overload.matches()) {
      String function = overload.group(1);
      return mismatch(
          place(issue, function), function, given(overload.group(2)), overload.group(4));
    }
    if (message.contains("recursion")) {
      return Expressions.at(
          issue.getSourceLocation(),
          Fault.Kind.TOO_COMPLEX,
          "The expression is nested too deeply.",
          null);
    }
    if (message.startsWith("expected type") || message.contains("type")) {
      return Expressions.at(
          issue.getSourceLocation(),
          Fault.Kind.TYPE,
          "The values here are not of one type.",
          "A list holds values of one type, and both sides of `? :` are of one type.");
    }
    return syntax(issue);
  }

  /** A call is found where its parenthesis opens; people look for its name. */
  private CelSourceLocation place(CelIssue issue, String name) {
    CelSourceLocation place = issue.getSourceLocation();
    String word = name.substring(name.lastIndexOf('.') + 1);
    int column = place.getColumn() - word.length();
    if (column < 0 || !rest(place).startsWith("(")) {
      return place;
    }
    CelSourceLocation before = CelSourceLocation.of(place.getLine(), column);
    return rest(before).startsWith(word + "(") ? before : place;
  }

  /** Types of a call; what stands in front of the point is one of them. */
  private static String given(String types) {
    String flat = types.replaceFirst("\\.\\((?=[^()]*(\\([^()]*\\)[^()]*)*\\)$)", ", ");
    return flat.startsWith("(")
        ? flat.substring(1, flat.length() - 1)
        : flat.replaceFirst("\\)$", "");
  }

  private Fault unknown(CelSourceLocation place, String name) {
    String written = nameAt(place).orElse(name);
    if (Operations.all().containsKey(written) || Operations.all().containsKey(name)) {
      return Expressions.at(
          place,
          Fault.Kind.UNKNOWN_NAME,
          "`" + written + "` is a function and is called with parentheses.",
          "Write `" + written + "(...)`.");
    }
    String slip = SLIPS.get(written.toLowerCase(java.util.Locale.ROOT));
    return Expressions.at(
        place,
        Fault.Kind.UNKNOWN_NAME,
        "There is nothing called `" + written + "`.",
        slip != null ? slip : hint(written));
  }

  private static String hint(String written) {
    return Names.nearest(written)
        .or(() -> Names.parts(written))
        .orElse("If it is a text, write it as `\"" + written + "\"`.");
  }

  private Fault mismatch(
      CelSourceLocation place, String function, String given, @Nullable String takes) {
    String shown = shown(function);
    String hint = typeHint(function, given);
    return Expressions.at(
        place,
        Fault.Kind.TYPE,
        "`" + shown + "` does not go with (" + types(given) + ").",
        hint != null || takes == null ? hint : "It takes " + candidates(takes) + ".");
  }

  private static @Nullable String typeHint(String function, String given) {
    boolean equality = function.equals("_==_") || function.equals("_!=_");
    if (equality && given.matches("list\\(string\\), string")) {
      return "Whether a list holds a value is written `\"value\" in list`.";
    }
    if (given.contains("date") && given.contains("string")) {
      return "A day is written `date(\"2026-01-31\")`.";
    }
    if (given.matches("(int|double), string|string, (int|double)")) {
      return "Numbers are written without quotes.";
    }
    if (function.equals("@in") && given.endsWith(", string")) {
      return "Whether a text holds a part is written `text.contains(\"part\")`.";
    }
    if (function.equals("contains") && given.startsWith("list")) {
      return "Whether a list holds a value is written `\"value\" in list`.";
    }
    return null;
  }

  private static String shown(String function) {
    return switch (function) {
      case "@in" -> "in";
      case "_[_]" -> "[ ]";
      case "_?_:_" -> "? :";
      default ->
          Operator.findReverse(function).isPresent()
              ? function.replace("_", "").replace("@", "")
              : function;
    };
  }

  private static String candidates(String takes) {
    List<String> each =
        Pattern.compile("\\(?([a-z_]+(\\(.*?\\))?\\.)?\\((.*?)\\)(?=,\\(|,[a-z]|$)")
            .matcher(takes)
            .results()
            .map(found -> "(" + types(found.group(3)) + ")")
            .distinct()
            .limit(6)
            .toList();
    return each.isEmpty() ? "other types" : String.join(" or ", each);
  }

  private static String types(String types) {
    return types.replace("%T0", "any").replace("null_type", "null").replace("T", "any");
  }

  private Fault syntax(CelIssue issue) {
    String rest = rest(issue.getSourceLocation()).strip();
    String token = rest.isEmpty() ? "" : rest.split("(?<=\\W)|(?=\\W)|\\s", 2)[0];
    String hint = SLIPS.get(token.toLowerCase(java.util.Locale.ROOT));
    if (hint == null && (text.contains("\u201c") || text.contains("\u201d"))) {
      hint = "Texts stand in straight quotes.";
    }
    if (hint == null && rest.isEmpty()) {
      hint = "Something is missing at the end, perhaps a parenthesis.";
    }
    return Expressions.at(
        issue.getSourceLocation(),
        Fault.Kind.SYNTAX,
        rest.isEmpty()
            ? "The expression ends too soon."
            : "It cannot be read from here on: `" + shortened(rest) + "`.",
        hint);
  }

  private String rest(CelSourceLocation place) {
    int line = place.getLine() - 1;
    if (line < 0 || line >= lines.size()) {
      return "";
    }
    String own = lines.get(line);
    int column = Math.max(0, place.getColumn());
    return column >= own.codePointCount(0, own.length())
        ? ""
        : own.substring(own.offsetByCodePoints(0, column));
  }

  private Optional<String> nameAt(CelSourceLocation place) {
    Matcher name = NAME.matcher(rest(place));
    return name.lookingAt() ? Optional.of(name.group()) : Optional.empty();
  }

  private static String shortened(String rest) {
    return rest.length() <= 40 ? rest : rest.substring(0, 40) + "…";
  }
}
