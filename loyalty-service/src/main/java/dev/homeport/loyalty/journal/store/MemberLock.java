package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps members as they are until the transaction ends. Facts share it; whoever changes which
 * identities are one member, or compares members as a whole, is alone. It is taken before any row
 * is locked, and only where a programme remembers what a member did.
 */
@ApplicationScoped
public class MemberLock {
  private final Database database;
  private final RunningProgrammes programmes;

  MemberLock(Database database, RunningProgrammes programmes) {
    this.database = database;
    this.programmes = programmes;
  }

  /** Says whether members matter at all. */
  boolean shared() {
    return take("pg_advisory_xact_lock_shared");
  }

  /** Says whether members matter at all. */
  public boolean alone() {
    return take("pg_advisory_xact_lock");
  }

  private boolean take(String lock) {
    boolean matter = programmes.all().stream().anyMatch(Versions::remembers);
    if (matter) {
      database.list(
          "select " + lock + "(hashtextextended('members ' || ?::text, 0))",
          to -> to.tenant(),
          _ -> 0);
    }
    return matter;
  }
}
