/** Models of value, and the value of customers, over HTTP. */
@NullMarked
package dev.homeport.analytics.value.rest;

import org.jspecify.annotations.NullMarked;
