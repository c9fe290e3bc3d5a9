/** Orders over HTTP. */
@NullMarked
package dev.homeport.order.order.rest;

import org.jspecify.annotations.NullMarked;
