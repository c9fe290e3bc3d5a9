/** RFM over HTTP. */
@NullMarked
package dev.homeport.analytics.rfm.rest;

import org.jspecify.annotations.NullMarked;
