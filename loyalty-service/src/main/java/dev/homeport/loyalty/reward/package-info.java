/** What members can have for points, and the codes by which they have it. */
@NullMarked
package dev.homeport.loyalty.reward;

import org.jspecify.annotations.NullMarked;
