/** Backtests in PostgreSQL: the journal as it is read, the job, and what came of it. */
@NullMarked
package dev.homeport.loyalty.backtest.store;

import org.jspecify.annotations.NullMarked;
