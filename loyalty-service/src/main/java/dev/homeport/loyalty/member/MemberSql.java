package dev.homeport.loyalty.member;

/**
 * The queries behind members; the first two parameters are always the tenant and the programme.
 * "offset 0" makes each look go by the key of an identity, whatever the planner knows of the
 * tables.
 */
final class MemberSql {
  private static final String SCOPE =
      "with p as (select ?::uuid as tenant_id, ?::text as programme),\n";

  private static final String SUMS =
      """
      select c.customer_id, a.*, l.*, e.*
      from p, customers c,
        lateral (
          select coalesce(sum(s.pending), 0) as pending, coalesce(sum(s.available + s.owed), 0) as net,
            coalesce(sum(s.held), 0) as held, coalesce(sum(s.earned), 0) as earned,
            coalesce(sum(s.clawed), 0) as clawed, coalesce(sum(s.expired), 0) as expired,
            coalesce(sum(s.redeemed), 0) as redeemed, max(s.updated_at) as updated_at
          from identity i, lateral (
            select * from account s
            where s.tenant_id = i.tenant_id and s.identity_id = i.identity_id
              and s.programme = p.programme
            offset 0) s
          where i.tenant_id = p.tenant_id and i.customer_id = c.customer_id) a,
        lateral (
          select count(*) as open_lots, min(o.expires_at) as next_expiry
          from identity i, lateral (
            select case when o.stage <> 'waiting' then o.expires_at end as expires_at from lot o
            where o.tenant_id = i.tenant_id and o.identity_id = i.identity_id
              and o.programme = p.programme and o.used + o.expired < o.size
            offset 0) o
          where i.tenant_id = p.tenant_id and i.customer_id = c.customer_id) l,
        lateral (
          select coalesce(sum(o.size - o.used - o.expired), 0) as next_expiry_points
          from identity i, lateral (
            select o.size, o.used, o.expired from lot o
            where o.tenant_id = i.tenant_id and o.identity_id = i.identity_id
              and o.programme = p.programme and o.used + o.expired < o.size
              and o.stage <> 'waiting' and o.expires_at = l.next_expiry
            offset 0) o
          where i.tenant_id = p.tenant_id and i.customer_id = c.customer_id) e
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
            where i.tenant_id = p.tenant_id and i.customer_id = ?),
          page as (select ?::uuid as before, ?::integer as size)
          select e.*, t.* from p, page, mine m,
            lateral (
              select e.* from entry e
              where e.tenant_id = p.tenant_id and e.identity_id = m.identity_id
                and e.programme = p.programme and e.account in ('pending', 'available', 'held', 'owed')
                and (page.before is null or e.entry_id < page.before)
              order by e.entry_id desc limit (select size from page)) e,
            lateral (
              select t.cause_kind, t.cause_id, t.cause_revision, t.programme_version,
                t.effective_at, t.posted_at, coalesce(t.rule, (
                  select l.rule from lot l
                  where l.tenant_id = e.tenant_id and l.identity_id = e.identity_id
                    and l.lot_id = e.lot_id)) as rule
              from ledger_transaction t
              where t.tenant_id = e.tenant_id and t.identity_id = e.identity_id
                and t.transaction_id = e.transaction_id
              offset 0) t
          order by e.entry_id desc limit (select size from page)""";

  static final String LOTS =
      SCOPE
          + """
          mine as (
            select i.identity_id from p, identity i
            where i.tenant_id = p.tenant_id and i.customer_id = ?)
          select o.*, r.cause_kind from p, mine m,
            lateral (
              select o.* from lot o
              where o.tenant_id = p.tenant_id and o.identity_id = m.identity_id
                and o.programme = p.programme
              offset 0) o,
            lateral (
              select r.cause_kind from rating r
              where r.tenant_id = p.tenant_id and r.identity_id = o.identity_id
                and r.programme = p.programme and r.cause_id = o.cause_id
              offset 0) r
          where (?::text = 'all' or o.used + o.expired < o.size)
            and (?::uuid is null or (coalesce(o.expires_at, 'infinity'), o.usable_from, o.cause_id, o.rule)
              > (coalesce(?::timestamptz, 'infinity'), ?::timestamptz, ?::uuid, ?::text))
          order by coalesce(o.expires_at, 'infinity'), o.usable_from, o.cause_id, o.rule
          limit ?""";

  private MemberSql() {}
}
