/** People and the buyers that they are: the one service that holds personal data. */
@NullMarked
package dev.homeport.customer;

import org.jspecify.annotations.NullMarked;
