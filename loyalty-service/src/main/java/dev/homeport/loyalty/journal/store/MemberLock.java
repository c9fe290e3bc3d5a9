package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps members as they are until the transaction ends. Facts and spends share it; whoever changes
 * which identities are one member, or compares members as a whole, is alone. It is taken before any
 * row is locked; by facts only where a programme remembers what a member did.
 */
@ApplicationScoped
public class MemberLock {
  private static final String SHARED = "pg_advisory_xact_lock_shared";
  private static final String ALONE = "pg_advisory_xact_lock";

  private final Database database;
  private final RunningProgrammes programmes;

  MemberLock(Database database, RunningProgrammes programmes) {
    this.database = database;
    this.programmes = programmes;
  }

  /** Says whether members matter at all. */
  boolean shared() {
    return take(SHARED);
  }

  /** Says whether members matter at all. */
  public boolean alone() {
    return take(ALONE);
  }

  /** For whoever spends: members matter to spends in any programme. */
  void spending() {
    lock(SHARED);
  }

  /** For whoever moves identities: says whether members matter to more than spends. */
  boolean moving() {
    lock(ALONE);
    return matter();
  }

  private boolean take(String lock) {
    boolean matter = matter();
    if (matter) {
      lock(lock);
    }
    return matter;
  }

  private boolean matter() {
    return programmes.all().stream().anyMatch(Versions::remembers);
  }

  private void lock(String lock) {
    database.list(
        "select " + lock + "(hashtextextended('members ' || ?::text, 0))",
        to -> to.tenant(),
        _ -> 0);
  }
}
