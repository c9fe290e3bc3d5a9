/** What this service answers when a person asks what is held of them. */
@NullMarked
package dev.homeport.loyalty.privacy;

import org.jspecify.annotations.NullMarked;
