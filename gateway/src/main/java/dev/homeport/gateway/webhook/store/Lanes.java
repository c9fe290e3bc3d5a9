package dev.homeport.gateway.webhook.store;

import dev.homeport.gateway.webhook.DeliveryStatus;
import dev.homeport.gateway.webhook.Fault;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a claim comes to, in a transaction of its tenant. The endpoint is held before. */
@ApplicationScoped
public class Lanes {
  private final Database database;

  Lanes(Database database) {
    this.database = database;
  }

  /** Whether a claim is still ours; if so it stays so until the transaction ends. */
  public boolean owned(Claims.Claim claim) {
    return database
        .find(
            """
            select 1 from webhook_lane
            where tenant_id = ? and endpoint_id = ? and lane = ? and claim = ? for update""",
            to -> to.tenant().uuid(claim.endpoint()).text(claim.lane()).uuid(claim.token()),
            row -> row.getInt(1))
        .isPresent();
  }

  /**
   * How a delivery stands after an attempt.
   *
   * @param step of the schedule that comes next
   * @param dueAt of the next attempt; null when there is none
   * @param finishedAt null while it waits
   */
  public record Standing(
      DeliveryStatus status,
      int attempts,
      int step,
      @Nullable Instant dueAt,
      @Nullable Integer lastStatus,
      @Nullable Fault lastFault,
      @Nullable Instant finishedAt) {}

  /** Notes how a delivery stands. */
  public void stands(UUID delivery, Standing standing) {
    Integer status = standing.lastStatus();
    Fault fault = standing.lastFault();
    database.update(
        """
        update webhook_delivery set status = ?, attempts = ?, step = ?, due_at = ?,
          last_status = ?, last_fault = ?, finished_at = ?
        where tenant_id = ? and id = ?""",
        to ->
            to.text(standing.status().code())
                .number(standing.attempts())
                .number(standing.step())
                .instant(standing.dueAt())
                .number(status == null ? null : Long.valueOf(status))
                .text(fault == null ? null : fault.code())
                .instant(standing.finishedAt())
                .tenant()
                .uuid(delivery));
  }

  /** Gives a lane back, for its first delivery that waits; without one it ends. */
  public void release(Claims.Claim claim) {
    int left =
        database.update(
            """
            update webhook_lane l set leased_until = null, claim = null, due_at = first.due_at
            from (
              select due_at from webhook_delivery
              where tenant_id = ? and endpoint_id = ? and lane = ? and status = 'waiting'
              order by seq limit 1) first
            where l.tenant_id = ? and l.endpoint_id = ? and l.lane = ?""",
            to ->
                to.tenant()
                    .uuid(claim.endpoint())
                    .text(claim.lane())
                    .tenant()
                    .uuid(claim.endpoint())
                    .text(claim.lane()));
    if (left == 0) {
      database.update(
          "delete from webhook_lane where tenant_id = ? and endpoint_id = ? and lane = ?",
          to -> to.tenant().uuid(claim.endpoint()).text(claim.lane()));
    }
  }
}
