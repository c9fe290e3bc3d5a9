/** Country codes as they occur in real exports. */
@NullMarked
package dev.homeport.platform.country;

import org.jspecify.annotations.NullMarked;
