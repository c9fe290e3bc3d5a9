/** Channels over HTTP. */
@NullMarked
package dev.homeport.order.channel.rest;

import org.jspecify.annotations.NullMarked;
