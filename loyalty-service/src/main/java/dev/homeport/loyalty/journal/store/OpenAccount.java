package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.programme.OverdraftFloor;
import org.jspecify.annotations.Nullable;

/** The account of a locked identity in one programme. */
record OpenAccount(String programme, Account account, OverdraftFloor floor) {

  /** How far it may go below zero; null for any depth. */
  @Nullable Long overdraft() {
    return switch (floor) {
      case OverdraftFloor.None _ -> 0L;
      case OverdraftFloor.Limit limit -> limit.points();
      case OverdraftFloor.Unlimited _ -> null;
    };
  }
}
