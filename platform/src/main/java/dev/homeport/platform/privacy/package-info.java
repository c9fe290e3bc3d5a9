/** How every service takes part when a person asks what is held of them, or to be forgotten. */
@NullMarked
package dev.homeport.platform.privacy;

import org.jspecify.annotations.NullMarked;
