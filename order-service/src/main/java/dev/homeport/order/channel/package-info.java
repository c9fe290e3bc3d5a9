/** Declared channels: what kind of platform, which market and currency, which secret. */
@NullMarked
package dev.homeport.order.channel;

import org.jspecify.annotations.NullMarked;
