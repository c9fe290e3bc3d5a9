/** What goes with products, and what customers may need, over HTTP. */
@NullMarked
package dev.homeport.analytics.affinity.rest;

import org.jspecify.annotations.NullMarked;
