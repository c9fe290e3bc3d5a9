package dev.homeport.platform.tenant;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;

/**
 * How often the current tenant has been emptied. Events carry the number, so that those of before a
 * reset never come back to life after it, in whatever order services take them.
 */
@ApplicationScoped
public class SandboxEpoch {
  private static final Object KEY = SandboxEpoch.class;

  private final CurrentTenant tenant;
  private final AgroalDataSource database;
  private final TransactionSynchronizationRegistry transaction;

  SandboxEpoch(
      CurrentTenant tenant,
      AgroalDataSource database,
      TransactionSynchronizationRegistry transaction) {
    this.tenant = tenant;
    this.database = database;
    this.transaction = transaction;
  }

  /** As the present transaction sees it, which no reset overtakes; 0 for what is no sandbox. */
  public int current() {
    if (transaction.getResource(KEY) == null) {
      touch();
    }
    return transaction.getResource(KEY) instanceof Integer epoch ? epoch : 0;
  }

  /** The first connection of a transaction finds it out. */
  private void touch() {
    try {
      database.getConnection().close();
    } catch (SQLException e) {
      throw new IllegalStateException("The database has no connection to give", e);
    }
  }

  static void remember(TransactionSynchronizationRegistry transaction, int epoch) {
    transaction.putResource(KEY, epoch);
  }
}
