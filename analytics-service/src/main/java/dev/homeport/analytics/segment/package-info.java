/**
 * Segments: groups of customers, by a rule or by a list, and what moves in and out of them. Plain
 * Java, and the Common Expression Language.
 */
@NullMarked
package dev.homeport.analytics.segment;

import org.jspecify.annotations.NullMarked;
