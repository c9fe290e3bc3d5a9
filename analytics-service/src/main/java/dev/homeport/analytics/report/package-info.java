/**
 * Reports for people: what they are made of. A feature that has something to tell is a {@link
 * dev.homeport.analytics.report.Section}; a report knows no feature. Plain Java.
 */
@NullMarked
package dev.homeport.analytics.report;

import org.jspecify.annotations.NullMarked;
