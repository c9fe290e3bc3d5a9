/** What this service promises to others: the records of its events and their topics. */
@NullMarked
package dev.homeport.order.contract;

import org.jspecify.annotations.NullMarked;
