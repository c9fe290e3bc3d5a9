/** The one way by which order documents come in, whether singly, in a batch or in an import. */
@NullMarked
package dev.homeport.order.intake;

import org.jspecify.annotations.NullMarked;
