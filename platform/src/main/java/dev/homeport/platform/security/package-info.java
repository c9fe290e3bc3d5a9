/** Who is asking: tokens verified once, and their scopes as permissions. */
@NullMarked
package dev.homeport.platform.security;

import org.jspecify.annotations.NullMarked;
