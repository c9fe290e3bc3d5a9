package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Balances;
import dev.homeport.loyalty.ledger.Draw;
import dev.homeport.loyalty.ledger.Lot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is stored.
 *
 * @param horizon up to when its lots have expired; null when none has
 */
public record AccountRow(
    UUID identityId, Account.Totals totals, Balances balances, @Nullable Instant horizon) {

  static AccountRow empty(UUID identityId) {
    return new AccountRow(identityId, Account.Totals.ZERO, Balances.ZERO, null);
  }

  /** Reads the columns of {@code account}. */
  public static AccountRow read(ResultSet row) throws SQLException {
    return new AccountRow(
        row.getObject("identity_id", UUID.class),
        new Account.Totals(
            row.getLong("earned"),
            row.getLong("clawed"),
            row.getLong("expired"),
            row.getLong("redeemed")),
        new Balances(
            row.getLong("pending"),
            row.getLong("available"),
            row.getLong("held"),
            row.getLong("owed")),
        LotRow.instant(row.getObject("expired_until", OffsetDateTime.class)));
  }

  /** Whether anything has taken points from lots but their own orders and time. */
  boolean drawn() {
    return totals.clawed() > 0 || totals.redeemed() > 0 || balances.held() > 0;
  }

  Account with(List<Lot> lots, List<Draw> draws) {
    return new Account(identityId, totals, balances, lots, draws, horizon);
  }
}
