/**
 * Recency, frequency and monetary value of customers: scores, groups and what they rest on. Plain
 * Java.
 */
@NullMarked
package dev.homeport.analytics.rfm;

import org.jspecify.annotations.NullMarked;
