/** Double entry over whole points: accounts, lots, entries, and how a change is posted. */
@NullMarked
package dev.homeport.loyalty.ledger;

import org.jspecify.annotations.NullMarked;
