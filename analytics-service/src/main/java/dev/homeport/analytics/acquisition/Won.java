package dev.homeport.analytics.acquisition;

import java.math.BigDecimal;

/**
 * What customers of one origin and age have brought at one age. Ages are counted in months of
 * thirty days since the day of the first order.
 *
 * @param rule the place of the rule that their first order matches, or the number of rules
 * @param value of the dimension
 * @param lived how many whole months they have had, at most {@link #MONTHS}
 * @param yearOld whether they have had 365 days
 * @param month in which of their months it was, from 0
 * @param inFirstYear whether it was within 365 days
 * @param firstDay whether it was ordered on the day of the first order
 * @param customers who were won; each is counted in one of these only
 */
public record Won(
    int rule,
    String value,
    int lived,
    boolean yearOld,
    int month,
    boolean inFirstYear,
    boolean firstDay,
    long customers,
    BigDecimal net) {

  /** As far as customers are followed month by month. */
  public static final int MONTHS = 24;

  /** Days of a month. */
  public static final int DAYS = 30;
}
