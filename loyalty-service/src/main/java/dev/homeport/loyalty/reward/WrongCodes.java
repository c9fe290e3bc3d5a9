package dev.homeport.loyalty.reward;

import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts how often clients try codes that there are not, for all replicas in the database, by its
 * clock. Each question and each count is a short transaction of its own: what is refused is counted
 * all the same, and what cannot be counted is refused.
 */
@ApplicationScoped
public class WrongCodes {
  private static final String LEFT =
      """
      select extract(epoch from g.minute + interval '1 minute' - now()) from voucher_guess g
      where g.tenant_id = ? and g.client = ? and g.minute = date_trunc('minute', now())
        and g.wrong >= ?""";

  private static final String COUNT =
      """
      insert into voucher_guess as g (tenant_id, client, minute, wrong)
      values (?, ?, date_trunc('minute', now()), 1)
      on conflict (tenant_id, client) do update set minute = excluded.minute,
        wrong = case when g.minute = excluded.minute then g.wrong + 1 else 1 end""";

  private final Database database;
  private final CodeConfig config;

  WrongCodes(Database database, CodeConfig config) {
    this.database = database;
    this.config = config;
  }

  /** How long a client has to wait until it may try another code; empty when it may. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<Duration> wait(String client) {
    return database.find(
        LEFT,
        to -> to.tenant().text(client).number(config.wrongPerMinute()),
        row -> Duration.ofMillis(row.getBigDecimal(1).movePointRight(3).longValue()));
  }

  /** Takes note of a code that there is not. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void count(String client) {
    database.update(COUNT, to -> to.tenant().text(client));
  }
}
