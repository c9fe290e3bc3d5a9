package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Subject;
import dev.homeport.analytics.segment.Trait;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads some traits out of rows; days travel as numbers, which is quicker. */
final class TraitColumns {
  private static final int EPOCH_DAYS = 40_000;

  private final Map<Trait, Integer> places = new EnumMap<>(Trait.class);
  private final String select;

  /**
   * @param before how many columns stand in front
   */
  TraitColumns(Set<Trait> traits, int before) {
    int place = before + 1;
    for (Trait trait : Trait.values()) {
      if (!traits.contains(trait)) {
        continue;
      }
      places.put(trait, place);
      place += trait == Trait.CONSENTS ? 2 : 1;
    }
    select = places.keySet().stream().map(TraitColumns::column).collect(Collectors.joining());
  }

  /** The columns, each after a comma. */
  String select() {
    return select;
  }

  /** The traits of the present row, to be asked before the next one. */
  Subject subject(ResultSet row) {
    return trait -> {
      Integer place = places.get(trait);
      if (place == null) {
        throw new IllegalArgumentException("Nobody asked for " + trait);
      }
      try {
        return read(row, trait, place);
      } catch (SQLException e) {
        throw new IllegalStateException("A trait cannot be read", e);
      }
    };
  }

  private static String column(Trait trait) {
    return switch (trait) {
      case CONSENTS -> ", s.consents, s.consent_ends";
      case FIRST_DAY, LAST_DAY, GROUP_SINCE ->
          ", s." + trait.column() + " - date 'epoch' as " + trait.column();
      default -> ", s." + trait.column();
    };
  }

  private static @Nullable Object read(ResultSet row, Trait trait, int place) throws SQLException {
    return switch (trait) {
      case ORDERS, R, F, M, FM, POINTS_AVAILABLE, POINTS_PENDING, POINTS_EARNED -> {
        long value = row.getLong(place);
        yield row.wasNull() ? null : value;
      }
      case GROSS, RETURNED, NET, ALIVE, EXPECTED, CLV -> {
        double value = row.getDouble(place);
        yield row.wasNull() ? null : value;
      }
      case FIRST_DAY, LAST_DAY, GROUP_SINCE -> {
        int day = row.getInt(place);
        yield row.wasNull() ? null : Days.of(day);
      }
      case COUNTRY, LANGUAGE, RFM_GROUP, PREVIOUS_GROUP, TIER -> row.getString(place);
      case MARKETS, CHANNELS, CATEGORIES, PRODUCTS, TAGS, ORDER_NETS ->
          Arrays.asList((Object[]) array(row, place));
      case ORDER_DAYS, CATEGORY_DAYS, PRODUCT_DAYS -> days(array(row, place));
      case CONSENTS -> consents(array(row, place), array(row, place + 1));
    };
  }

  private static Object array(ResultSet row, int place) throws SQLException {
    Array array = row.getArray(place);
    return array.getArray();
  }

  private static List<LocalDate> days(Object array) {
    return Arrays.stream((Date[]) array).map(Date::toLocalDate).toList();
  }

  private static Map<String, Instant> consents(Object purposes, Object ends) {
    var allowed = new HashMap<String, Instant>();
    String[] names = (String[]) purposes;
    @Nullable Timestamp[] until = (Timestamp[]) ends;
    for (int i = 0; i < names.length; i++) {
      Timestamp end = until[i];
      allowed.put(names[i], end == null ? Instant.MAX : end.toInstant());
    }
    return allowed;
  }

  /** Days of the last hundred years, made once. */
  private static final class Days {
    private static final LocalDate[] KNOWN = new LocalDate[EPOCH_DAYS];

    private Days() {}

    private static LocalDate of(int day) {
      if (day < 0 || day >= EPOCH_DAYS) {
        return LocalDate.ofEpochDay(day);
      }
      LocalDate known = KNOWN[day];
      if (known == null) {
        known = LocalDate.ofEpochDay(day);
        KNOWN[day] = known;
      }
      return known;
    }
  }
}
