/** What this service promises to others: its topics and the data of their events. */
@NullMarked
package dev.homeport.customer.contract;

import org.jspecify.annotations.NullMarked;
