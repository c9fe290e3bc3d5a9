package dev.homeport.loyalty.programme;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object and notes everything that is wrong, where it is. What cannot
 * be read gives a harmless value in its place, so that reading goes on; whoever finds faults
 * afterwards throws the result away.
 */
final class Fields {
  private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,11})([.][0-9]{1,12})?");
  private static final Pattern DAY =
      Pattern.compile(
          "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
              + "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9])");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern INSTANT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?Z");

  private static final String NO_CURRENCY = "XXX";

  private final Map<?, ?> values;
  private final String pointer;
  private final List<Fault> faults;
  private final Set<String> known = new HashSet<>();

  private Fields(Map<?, ?> values, String pointer, List<Fault> faults) {
    this.values = values;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** The fields of a value, none when it is no object. */
  static Fields of(@Nullable Object value, String pointer, List<Fault> faults) {
    if (value instanceof Map<?, ?> object) {
      return new Fields(object, pointer, faults);
    }
    faults.add(new Fault(pointer, Fault.Code.MALFORMED, "must be an object"));
    return new Fields(Map.of(), pointer, new ArrayList<>());
  }

  /** Notes the fields that nobody asked for. To be called last. */
  void end() {
    values.forEach(
        (key, value) -> {
          String name = key.toString();
          if (!known.contains(name)) {
            fault(name, Fault.Code.UNKNOWN_FIELD, "is no field of this part of a programme");
          } else if (value == null) {
            fault(name, Fault.Code.MALFORMED, "must not be null");
          }
        });
  }

  boolean has(String name) {
    known.add(name);
    return values.get(name) != null;
  }

  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  void fault(String name, Fault.Code code, String detail) {
    faults.add(new Fault(at(name), code, detail));
  }

  List<Fault> faults() {
    return faults;
  }

  String text(String name, Pattern form, String said, String instead) {
    Object value = needed(name);
    if (value == null) {
      return instead;
    }
    if (value instanceof String text && form.matcher(text).matches()) {
      return text;
    }
    fault(name, Fault.Code.MALFORMED, "must be " + said);
    return instead;
  }

  @Nullable String text(String name, int longest) {
    if (!has(name)) {
      return null;
    }
    if (values.get(name) instanceof String text && !text.isBlank() && text.length() <= longest) {
      return text;
    }
    fault(name, Fault.Code.MALFORMED, "must be a text of 1 to %d characters".formatted(longest));
    return null;
  }

  boolean flag(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (values.get(name) instanceof Boolean flag) {
      return flag;
    }
    fault(name, Fault.Code.MALFORMED, "must be true or false");
    return otherwise;
  }

  <E extends Enum<E>> E choice(String name, Class<E> choices, E otherwise) {
    return has(name) ? choice(name, choices, otherwise, values.get(name)) : otherwise;
  }

  <E extends Enum<E>> E neededChoice(String name, Class<E> choices, E instead) {
    Object value = needed(name);
    return value == null ? instead : choice(name, choices, instead, value);
  }

  private <E extends Enum<E>> E choice(
      String name, Class<E> choices, E instead, @Nullable Object value) {
    var slugs = new LinkedHashMap<String, E>();
    for (E choice : choices.getEnumConstants()) {
      slugs.put(choice.name().toLowerCase(Locale.ROOT).replace('_', '-'), choice);
    }
    E chosen = value instanceof String text ? slugs.get(text) : null;
    if (chosen == null) {
      fault(name, Fault.Code.UNKNOWN_VALUE, "must be one of " + String.join(", ", slugs.keySet()));
      return instead;
    }
    return chosen;
  }

  long whole(String name, long least, long most, long instead) {
    Object value = needed(name);
    return value == null ? instead : whole(name, value, least, most, instead);
  }

  @Nullable Long wholeIfAny(String name, long least, long most) {
    Object value = has(name) ? values.get(name) : null;
    return value == null ? null : whole(name, value, least, most, least);
  }

  private long whole(String name, Object value, long least, long most, long instead) {
    if (!(value instanceof Integer || value instanceof Long)) {
      fault(name, Fault.Code.MALFORMED, "must be a whole number");
      return instead;
    }
    long number = ((Number) value).longValue();
    if (number < least || number > most) {
      fault(name, Fault.Code.OUT_OF_RANGE, "must be from %d to %d".formatted(least, most));
      return instead;
    }
    return number;
  }

  /** An exact number above zero, as text. */
  BigDecimal decimal(String name, BigDecimal most, BigDecimal instead) {
    Object value = needed(name);
    return value == null ? instead : decimal(name, value, most, instead);
  }

  @Nullable BigDecimal decimalIfAny(String name, BigDecimal most) {
    Object value = has(name) ? values.get(name) : null;
    return value == null ? null : decimal(name, value, most, BigDecimal.ONE);
  }

  private BigDecimal decimal(String name, Object value, BigDecimal most, BigDecimal instead) {
    if (!(value instanceof String text && DECIMAL.matcher(text).matches())) {
      fault(name, Fault.Code.MALFORMED, "must be a decimal as text, for example \"1.5\"");
      return instead;
    }
    var number = new BigDecimal(text);
    if (number.signum() <= 0 || number.compareTo(most) > 0) {
      fault(name, Fault.Code.OUT_OF_RANGE, "must be above 0 and at most " + most.toPlainString());
      return instead;
    }
    return number;
  }

  @Nullable Instant instant(String name) {
    if (!has(name)) {
      return null;
    }
    if (values.get(name) instanceof String text && INSTANT.matcher(text).matches()) {
      try {
        return Instant.parse(text);
      } catch (DateTimeException _) {
        // told below
      }
    }
    fault(
        name, Fault.Code.MALFORMED, "must be an instant in UTC, for example 2026-11-27T00:00:00Z");
    return null;
  }

  /** A day of the year: {@code 12-31}; February has 29. */
  MonthDay day(String name) {
    String day = text(name, DAY, "a day of the year, for example 12-31", "01-01");
    return MonthDay.parse("--" + day);
  }

  /** Several of them. */
  List<MonthDay> days(String name, int most) {
    Object value = needed(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> items)) {
      fault(name, Fault.Code.MALFORMED, "must be a list");
      return List.of();
    }
    if (items.isEmpty() || items.size() > most) {
      fault(name, Fault.Code.OUT_OF_RANGE, "must have 1 to %d items".formatted(most));
    }
    var days = new ArrayList<MonthDay>();
    for (int i = 0; i < Math.min(items.size(), most); i++) {
      if (items.get(i) instanceof String text && DAY.matcher(text).matches()) {
        days.add(MonthDay.parse("--" + text));
      } else {
        faults.add(
            new Fault(
                at(name) + "/" + i,
                Fault.Code.MALFORMED,
                "must be a day of the year, for example 12-31"));
      }
    }
    return days;
  }

  /** Exact amounts above zero by currency. */
  Map<Currency, BigDecimal> amounts(String name, BigDecimal most) {
    return byCurrency(name, (fields, code) -> fields.decimal(code, most, BigDecimal.ONE));
  }

  <T> Map<Currency, T> byCurrency(String name, ByName<T> read) {
    var all = new LinkedHashMap<Currency, T>();
    map(name, 200, (fields, code) -> put(all, fields, code, read));
    return all;
  }

  private static <T> void put(Map<Currency, T> all, Fields fields, String code, ByName<T> read) {
    T value = read.of(fields, code);
    if (!CURRENCY.matcher(code).matches()) {
      fields.fault(code, Fault.Code.MALFORMED, "must be a code of three capital letters");
      return;
    }
    fields.currency(code, code).ifPresent(currency -> all.put(currency, value));
  }

  /** A currency by its code; that without any (XXX) in place of one that there is not. */
  Currency neededCurrency(String name) {
    String code = text(name, CURRENCY, "a code of three capital letters", NO_CURRENCY);
    return currency(name, code).orElse(Currency.getInstance(NO_CURRENCY));
  }

  private Optional<Currency> currency(String name, String code) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException _) {
      fault(name, Fault.Code.UNKNOWN_CURRENCY, "is no currency of ISO 4217");
      return Optional.empty();
    }
  }

  /** Whatever names an object has, up to a number of them. */
  void map(String name, int most, Named read) {
    if (!has(name)) {
      return;
    }
    Fields fields = of(values.get(name), at(name), faults);
    if (fields.values.size() > most || fields.values.isEmpty()) {
      fault(name, Fault.Code.OUT_OF_RANGE, "must have 1 to %d fields".formatted(most));
    }
    fields.values.keySet().stream()
        .map(Object::toString)
        .limit(most)
        .forEach(
            key -> {
              fields.known.add(key);
              read.read(fields, key);
            });
  }

  /** An object inside; nothing of it when it is not there. */
  <T> T object(String name, T otherwise, Function<Fields, T> read) {
    return has(name) ? read(values.get(name), at(name), read) : otherwise;
  }

  <T> T neededObject(String name, T instead, Function<Fields, T> read) {
    Object value = needed(name);
    return value == null ? instead : read(value, at(name), read);
  }

  <T> List<T> objects(String name, int least, int most, Function<Fields, T> read) {
    known.add(name);
    Object value = values.get(name);
    if (value == null && least == 0) {
      return List.of();
    }
    if (!(value instanceof List<?> items)) {
      fault(
          name,
          value == null ? Fault.Code.MISSING : Fault.Code.MALFORMED,
          value == null ? "is missing" : "must be a list");
      return List.of();
    }
    if (items.size() < least || items.size() > most) {
      fault(name, Fault.Code.OUT_OF_RANGE, "must have %d to %d items".formatted(least, most));
    }
    var all = new ArrayList<T>();
    for (int i = 0; i < Math.min(items.size(), most); i++) {
      all.add(read(items.get(i), at(name) + "/" + i, read));
    }
    return all;
  }

  private <T> T read(@Nullable Object value, String place, Function<Fields, T> read) {
    Fields fields = of(value, place, faults);
    T result = read.apply(fields);
    fields.end();
    return result;
  }

  private @Nullable Object needed(String name) {
    if (!has(name)) {
      fault(name, Fault.Code.MISSING, "is missing");
    }
    return values.get(name);
  }

  /** Reads the value that lies under a name. */
  interface ByName<T> {
    T of(Fields fields, String name);
  }

  /** Does something with a name. */
  interface Named {
    void read(Fields fields, String name);
  }
}
