/** Observed prices, and where the own ones stand among them, over HTTP. */
@NullMarked
package dev.homeport.analytics.price.rest;

import org.jspecify.annotations.NullMarked;
