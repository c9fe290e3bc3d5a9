/** Exchange rates over HTTP. */
@NullMarked
package dev.homeport.order.currency.rest;

import org.jspecify.annotations.NullMarked;
