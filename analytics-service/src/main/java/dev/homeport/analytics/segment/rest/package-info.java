/** Segments over HTTP. */
@NullMarked
package dev.homeport.analytics.segment.rest;

import org.jspecify.annotations.NullMarked;
