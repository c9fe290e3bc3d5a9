/** Orders as AliExpress describes them. */
@NullMarked
package dev.homeport.order.marketplace.aliexpress;

import org.jspecify.annotations.NullMarked;
