-- What of a lot was not used in time.
alter table lot add column expired bigint not null default 0;
alter table lot drop constraint lot_use;
alter table lot add constraint lot_use
  check (used >= 0 and expired >= 0 and used + expired <= size);
create index lot_due on lot (tenant_id, programme, expires_at)
  where expires_at is not null and used + expired < size;

-- Up to when the lots of an account have been looked at; null: nothing has expired yet.
alter table account
  add column expired bigint not null default 0,
  add column expired_until timestamptz;
alter table account drop constraint account_totals;
alter table account add constraint account_totals
  check (earned >= 0 and clawed >= 0 and expired >= 0);

alter table journal drop constraint journal_kind;
alter table journal add constraint journal_kind check (kind in ('order', 'free-return', 'expiry'));
