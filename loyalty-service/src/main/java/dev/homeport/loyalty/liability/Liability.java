package dev.homeport.loyalty.liability;

import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds up what all members of the tenant hold. */
@ApplicationScoped
public class Liability {
  /** A member is all identities of a customer: only their sum is above or below zero. */
  private static final String OUTSTANDING =
      """
      with p as (select ?::uuid as tenant_id, ?::text as programme),
      member as (
        select sum(a.pending + a.available + a.owed + a.held) as points
        from p
        join account a on a.tenant_id = p.tenant_id and a.programme = p.programme
        join identity i on i.tenant_id = a.tenant_id and i.identity_id = a.identity_id
        group by i.customer_id)
      select coalesce(sum(points) filter (where points > 0), 0) as points,
        count(*) filter (where points > 0) as holders,
        coalesce(-sum(points) filter (where points < 0), 0) as overdrawn,
        count(*) filter (where points < 0) as overdrawers
      from member""";

  private final Database database;

  Liability(Database database) {
    this.database = database;
  }

  /** The points that members hold together in a programme as the ledger now stands. */
  public PointsOutstanding outstanding(String programme) {
    return database
        .list(
            OUTSTANDING,
            to -> to.tenant().text(programme),
            row ->
                new PointsOutstanding(
                    row.getLong("points"),
                    row.getLong("holders"),
                    row.getLong("overdrawn"),
                    row.getLong("overdrawers")))
        .getFirst();
  }
}
