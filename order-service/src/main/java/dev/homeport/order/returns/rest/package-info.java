/** Free returns over HTTP. */
@NullMarked
package dev.homeport.order.returns.rest;

import org.jspecify.annotations.NullMarked;
