package dev.homeport.analytics.cohort;

import java.math.BigDecimal;

/**
 * What the customers of a cohort did in one period.
 *
 * @param cohort the {@linkplain CohortUnit#index period} of their first order
 * @param age periods since then; what happened before counts in period 0
 * @param customers how many of them ordered
 */
public record CohortCell(
    int cohort, int age, long customers, long orders, BigDecimal gross, BigDecimal returned) {}
