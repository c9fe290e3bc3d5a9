/** Products that go together: bought in one order, or by the same customer later. Plain Java. */
@NullMarked
package dev.homeport.analytics.affinity;

import org.jspecify.annotations.NullMarked;
