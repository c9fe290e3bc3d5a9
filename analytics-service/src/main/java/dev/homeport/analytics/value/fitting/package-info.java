/** Fitting models, as jobs: when asked, and again when one has become old. */
@NullMarked
package dev.homeport.analytics.value.fitting;

import org.jspecify.annotations.NullMarked;
