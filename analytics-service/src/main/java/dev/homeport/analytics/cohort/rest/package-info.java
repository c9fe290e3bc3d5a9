/** Cohorts and repeat purchases over HTTP: as JSON, as CSV, as a picture. */
@NullMarked
package dev.homeport.analytics.cohort.rest;

import org.jspecify.annotations.NullMarked;
