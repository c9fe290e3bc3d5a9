package dev.homeport.analytics.acquisition;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * Where the revenue of a month came from.
 *
 * @param won customers whose first order lies in it
 * @param returning customers of before who ordered in it
 * @param acquired net amount of what was ordered on the day of a customer's first order
 * @param retained all other net amounts
 */
public record MonthlyRevenue(
    YearMonth month, long won, long returning, BigDecimal acquired, BigDecimal retained) {}
