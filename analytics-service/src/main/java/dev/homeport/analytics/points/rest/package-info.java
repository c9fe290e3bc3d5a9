/** What the report tells of points. */
@NullMarked
package dev.homeport.analytics.points.rest;

import org.jspecify.annotations.NullMarked;
