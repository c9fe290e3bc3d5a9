/** What this service promises to others: its API and its events. */
@NullMarked
package dev.homeport.loyalty.contract;

import org.jspecify.annotations.NullMarked;
