/** What members do with their points: set them aside, spend them, have them back. */
@NullMarked
package dev.homeport.loyalty.spend;

import org.jspecify.annotations.NullMarked;
