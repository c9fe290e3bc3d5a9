package dev.homeport.loyalty.journal.store;

/**
 * The statements by which a batch is written; columns come as arrays, one row for each position.
 */
final class PostingSql {
  static final String JOURNAL =
      """
      insert into journal (tenant_id, recorded_at, identity_id, sequence, kind, fact_id, revision,
        effective_at, fact)
      select b.tenant_id, b.now, r.*
      from (select ?::uuid as tenant_id, ?::timestamptz as now) b,
        unnest(?::uuid[], ?::bigint[], ?::text[], ?::uuid[], ?::bigint[], ?::timestamptz[],
          ?::jsonb[]) r""";

  static final String RATINGS =
      """
      insert into rating (tenant_id, identity_id, programme, programme_version, cause_id, cause_kind,
        cause_revision, points, occurred_at, explanation)
      select b.tenant_id, r.*
      from (select ?::uuid as tenant_id) b,
        unnest(?::uuid[], ?::text[], ?::integer[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[],
          ?::timestamptz[], ?::jsonb[]) r
      on conflict (tenant_id, identity_id, programme, cause_id) do update set
        programme_version = excluded.programme_version, cause_revision = excluded.cause_revision,
        points = excluded.points, occurred_at = excluded.occurred_at,
        explanation = excluded.explanation""";

  static final String TRANSACTIONS =
      """
      insert into ledger_transaction (tenant_id, posted_at, identity_id, programme,
        programme_version, transaction_id, rule, cause_kind, cause_id, cause_revision, sequence,
        effective_at)
      select b.*, r.*
      from (select ?::uuid, ?::timestamptz) b,
        unnest(?::uuid[], ?::text[], ?::integer[], ?::uuid[], ?::text[], ?::text[], ?::uuid[],
          ?::bigint[], ?::bigint[], ?::timestamptz[]) r""";

  static final String ENTRIES =
      """
      insert into entry (tenant_id, identity_id, programme, entry_id, transaction_id, account, points,
        lot_id, explanation)
      select b.tenant_id, r.*
      from (select ?::uuid as tenant_id) b,
        unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::uuid[],
          ?::text[]) r""";

  static final String LOTS =
      """
      insert into lot (tenant_id, identity_id, programme, lot_id, cause_id, rule, stage, size, used,
        expired, usable_from, expires_at)
      select b.tenant_id, r.*
      from (select ?::uuid as tenant_id) b,
        unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[],
          ?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[]) r
      on conflict (tenant_id, identity_id, lot_id) do update set
        stage = excluded.stage, size = excluded.size, used = excluded.used, expired = excluded.expired,
        usable_from = excluded.usable_from, expires_at = excluded.expires_at""";

  static final String ACCOUNTS =
      """
      insert into account (tenant_id, updated_at, identity_id, programme, overdraft, pending,
        available, held, owed, earned, clawed, expired, redeemed, expired_until)
      select b.*, r.*
      from (select ?::uuid, ?::timestamptz) b,
        unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
          ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[]) r
      on conflict (tenant_id, identity_id, programme) do update set
        pending = excluded.pending, available = excluded.available, held = excluded.held,
        owed = excluded.owed, earned = excluded.earned, clawed = excluded.clawed,
        expired = excluded.expired, redeemed = excluded.redeemed,
        expired_until = excluded.expired_until,
        overdraft = excluded.overdraft, updated_at = excluded.updated_at""";

  static final String SPENDS =
      """
      insert into spend_part (tenant_id, identity_id, spend_id, spender_id, programme, revision,
        drawn_at, use, points)
      select b.tenant_id, r.*
      from (select ?::uuid as tenant_id) b,
        unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::timestamptz[], ?::text[],
          ?::bigint[]) r
      on conflict (tenant_id, identity_id, spend_id) do update set
        revision = excluded.revision, use = excluded.use, points = excluded.points""";

  /** The rows exist; as an upsert it goes by their key, whatever the planner knows of the table. */
  static final String JOURNAL_LENGTHS =
      """
      insert into identity (tenant_id, identity_id, customer_id, journal_length)
      select b.tenant_id, r.identity_id, r.identity_id, r.length
      from (select ?::uuid as tenant_id) b, unnest(?::uuid[], ?::bigint[]) as r(identity_id, length)
      on conflict (tenant_id, identity_id) do update set journal_length = excluded.journal_length""";

  private PostingSql() {}
}
