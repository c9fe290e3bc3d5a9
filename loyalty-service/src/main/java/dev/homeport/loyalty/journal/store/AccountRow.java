package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Balances;
import dev.homeport.loyalty.ledger.Lot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** An account as it is stored. */
public record AccountRow(UUID identityId, Account.Totals totals, Balances balances) {

  static AccountRow empty(UUID identityId) {
    return new AccountRow(identityId, Account.Totals.ZERO, Balances.ZERO);
  }

  /** Reads the columns of {@code account}. */
  public static AccountRow read(ResultSet row) throws SQLException {
    return new AccountRow(
        row.getObject("identity_id", UUID.class),
        new Account.Totals(row.getLong("earned"), row.getLong("clawed")),
        new Balances(
            row.getLong("pending"),
            row.getLong("available"),
            row.getLong("held"),
            row.getLong("owed")));
  }

  Account with(List<Lot> lots) {
    return new Account(identityId, totals, balances, lots);
  }
}
