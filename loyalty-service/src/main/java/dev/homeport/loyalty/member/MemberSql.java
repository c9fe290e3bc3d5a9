package dev.homeport.loyalty.member;

/** The queries behind members; the first two parameters are always the tenant and the programme. */
final class MemberSql {
  private static final String SCOPE =
      "with p as (select ?::uuid as tenant_id, ?::text as programme),\n";

  private static final String SUMS =
      """
      select c.customer_id, a.*, l.*, (
          select coalesce(sum(e.size - e.used), 0)
          from identity i join lot e using (tenant_id, identity_id)
          where i.tenant_id = p.tenant_id and i.customer_id = c.customer_id
            and e.programme = p.programme and e.used < e.size and e.expires_at = l.next_expiry
        ) as next_expiry_points
      from p, customers c,
        lateral (
          select coalesce(sum(s.pending), 0) as pending, coalesce(sum(s.available + s.owed), 0) as net,
            coalesce(sum(s.held), 0) as held, coalesce(sum(s.earned), 0) as earned,
            coalesce(sum(s.clawed), 0) as clawed, max(s.updated_at) as updated_at
          from identity i join account s using (tenant_id, identity_id)
          where i.tenant_id = p.tenant_id and i.customer_id = c.customer_id
            and s.programme = p.programme) a,
        lateral (
          select count(*) as open_lots, min(o.expires_at) as next_expiry
          from identity i join lot o using (tenant_id, identity_id)
          where i.tenant_id = p.tenant_id and i.customer_id = c.customer_id
            and o.programme = p.programme and o.used < o.size) l
      order by c.customer_id""";

  static final String ONE =
      SCOPE
          + """
          customers as (
            select i.customer_id from p, identity i
            where i.tenant_id = p.tenant_id and i.customer_id = ? limit 1)
          """
          + SUMS;

  static final String PAGE =
      SCOPE
          + """
          customers as (
            select distinct i.customer_id from p, identity i
            where i.tenant_id = p.tenant_id and (?::uuid is null or i.customer_id > ?::uuid)
            order by i.customer_id limit ?)
          """
          + SUMS;

  static final String ENTRIES =
      SCOPE
          + """
          mine as (
            select i.identity_id from p, identity i
            where i.tenant_id = p.tenant_id and i.customer_id = ?)
          select e.*, t.cause_kind, t.cause_id, t.cause_revision, t.rule, t.programme_version,
            t.effective_at, t.posted_at
          from p, entry e join ledger_transaction t using (tenant_id, identity_id, transaction_id)
          where e.tenant_id = p.tenant_id and e.identity_id in (select identity_id from mine)
            and t.programme = p.programme
            and e.account in ('pending', 'available', 'held', 'owed')
            and (?::uuid is null or e.entry_id < ?::uuid)
          order by e.entry_id desc limit ?""";

  static final String LOTS =
      SCOPE
          + """
          mine as (
            select i.identity_id from p, identity i
            where i.tenant_id = p.tenant_id and i.customer_id = ?)
          select o.* from p, lot o
          where o.tenant_id = p.tenant_id and o.identity_id in (select identity_id from mine)
            and o.programme = p.programme and (?::text = 'all' or o.used < o.size)
            and (?::uuid is null or (coalesce(o.expires_at, 'infinity'), o.usable_from, o.cause_id)
              > (coalesce(?::timestamptz, 'infinity'), ?::timestamptz, ?::uuid))
          order by coalesce(o.expires_at, 'infinity'), o.usable_from, o.cause_id limit ?""";

  private MemberSql() {}
}
