package dev.homeport.customer.candidate;

import dev.homeport.customer.matching.Rules;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** How a tenant wants customers matched. */
@ApplicationScoped
public class MatchingSettings {
  private static final String FIND =
      "select automatic, threshold, names_per_contact, version from matching_settings";

  private static final String PUT =
      """
      insert into matching_settings (tenant_id, automatic, threshold, names_per_contact, version)
      values (?, ?, ?::numeric, ?, ?)
      on conflict (tenant_id) do update set
        automatic = excluded.automatic, threshold = excluded.threshold,
        names_per_contact = excluded.names_per_contact, version = excluded.version""";

  /** What was certain before it might merge by itself is looked at again. */
  private static final String LOOK_AGAIN =
      """
      insert into match_queue (tenant_id, customer_id)
      select tenant_id, one from match_candidate where certain and state = 'open'
      on conflict (tenant_id, customer_id) do update
      set asked = match_queue.asked + 1, claimed_until = 'epoch'""";

  private final Database database;

  MatchingSettings(Database database) {
    this.database = database;
  }

  /**
   * The rules as they stand.
   *
   * @param version 0 as long as the tenant has said nothing
   */
  public record Setting(Rules rules, long version) {}

  public Setting get() {
    return database
        .list(
            FIND,
            row ->
                new Setting(
                    new Rules(row.getBoolean(1), row.getDouble(2), row.getInt(3)), row.getLong(4)))
        .stream()
        .findFirst()
        .orElse(new Setting(Rules.DEFAULT, 0));
  }

  /** The same, and nobody else changes them until the transaction ends. */
  public Setting lock() {
    database.list(
        "select pg_advisory_xact_lock(hashtextextended('matching ' || ?::text, 0))",
        to -> to.tenant(),
        _ -> 0);
    return get();
  }

  public Setting put(Rules rules, long version) {
    database.update(
        PUT,
        to ->
            to.tenant()
                .flag(rules.automatic())
                .text(Double.toString(rules.threshold()))
                .number(rules.namesPerContact())
                .number(version));
    if (rules.automatic()) {
      database.update(LOOK_AGAIN);
    }
    return new Setting(rules, version);
  }
}
