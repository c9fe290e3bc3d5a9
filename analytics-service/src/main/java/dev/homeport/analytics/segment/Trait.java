package dev.homeport.analytics.segment;

import java.util.Locale;

/**
 * What is kept of every customer for segments to look at, each in a column of its own. Unknown ones
 * are null, but numbers of what was bought are zero and lists are empty.
 */
public enum Trait {
  /** Counted orders, {@code Long}. */
  ORDERS,
  /** What was ordered, what of it came back, and the difference, {@code Double}. */
  GROSS,
  RETURNED,
  NET,
  /** {@code LocalDate}. */
  FIRST_DAY,
  LAST_DAY,
  /** The newest counted orders: their days, and their amounts beside them. */
  ORDER_DAYS,
  ORDER_NETS,
  /** Lists of {@code String}. */
  MARKETS,
  CHANNELS,
  /** What was bought and kept, and beside each when it was last bought. */
  CATEGORIES,
  CATEGORY_DAYS,
  PRODUCTS,
  PRODUCT_DAYS,
  /** {@code String}. */
  COUNTRY,
  LANGUAGE,
  TAGS,
  /** Purposes that are allowed, and until when: {@code Map<String, Instant>}. */
  CONSENTS,
  /** Scores of the default scoring, {@code Long}, and its groups, {@code String}. */
  R,
  F,
  M,
  FM,
  RFM_GROUP,
  PREVIOUS_GROUP,
  GROUP_SINCE,
  /** What they have in the main programme, {@code Long}, and the tier, {@code String}. */
  POINTS_AVAILABLE,
  POINTS_PENDING,
  POINTS_EARNED,
  TIER,
  /** What is to be expected, {@code Double}. */
  ALIVE,
  EXPECTED,
  CLV;

  /** The name of the column. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
