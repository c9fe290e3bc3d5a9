/** Backtests over HTTP. */
@NullMarked
package dev.homeport.loyalty.backtest.rest;

import org.jspecify.annotations.NullMarked;
