/** What this service answers when a person asks what is held of them. */
@NullMarked
package dev.homeport.order.privacy;

import org.jspecify.annotations.NullMarked;
