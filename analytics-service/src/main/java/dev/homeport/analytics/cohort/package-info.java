/**
 * Who came back: cohorts of customers by their first order, and the time from one order to the
 * next. Plain Java.
 */
@NullMarked
package dev.homeport.analytics.cohort;

import org.jspecify.annotations.NullMarked;
