/** Reports over HTTP, as pages that need nothing else. */
@NullMarked
package dev.homeport.analytics.report.rest;

import org.jspecify.annotations.NullMarked;
