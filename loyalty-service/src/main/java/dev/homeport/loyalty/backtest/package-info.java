/**
 * What a version of a programme would have done over the merchant's real history: the journal,
 * folded again by the same fold under other versions, and added up.
 */
@NullMarked
package dev.homeport.loyalty.backtest;

import org.jspecify.annotations.NullMarked;
