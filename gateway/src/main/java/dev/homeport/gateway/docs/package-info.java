/** The page on which people read about the API and try it. */
@NullMarked
package dev.homeport.gateway.docs;

import org.jspecify.annotations.NullMarked;
