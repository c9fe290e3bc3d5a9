/** Points that people give. */
@NullMarked
package dev.homeport.loyalty.grant;

import org.jspecify.annotations.NullMarked;
