/** Our own documents, signed. */
@NullMarked
package dev.homeport.order.marketplace.generic;

import org.jspecify.annotations.NullMarked;
