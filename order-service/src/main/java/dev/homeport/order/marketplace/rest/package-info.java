/** The intake over HTTP: receiving, looking at, replaying. */
@NullMarked
package dev.homeport.order.marketplace.rest;

import org.jspecify.annotations.NullMarked;
