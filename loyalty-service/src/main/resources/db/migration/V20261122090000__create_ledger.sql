-- Members, the journal and the ledger. Everything belongs to an identity, for ever; a member is the
-- set of identities that map to one customer. Every key leads with tenant and identity, so that the
-- large tables can be partitioned by hash of both.

-- Whose identity it is today. A row exists from the first fact on: until a mapping arrives the
-- customer is the home customer, which has the identity's own id. Its row is also the lock under
-- which anything of the identity is posted, taken in the order of ids.
create table identity (
  tenant_id uuid not null,
  identity_id uuid not null,
  customer_id uuid not null,
  epoch integer not null default 0,
  revision bigint not null default 0,
  journal_length bigint not null default 0,
  primary key (tenant_id, identity_id)
) with (fillfactor = 80);
create index identity_customer on identity (tenant_id, customer_id, identity_id);
call tenant_table('identity');

-- Every fact that moved an identity, in the order in which it was applied, with all that was read.
create table journal (
  tenant_id uuid not null,
  identity_id uuid not null,
  sequence bigint not null,
  kind text not null,
  fact_id uuid not null,
  revision bigint not null,
  effective_at timestamptz not null,
  recorded_at timestamptz not null,
  fact jsonb not null,
  primary key (tenant_id, identity_id, sequence),
  constraint journal_kind check (kind in ('order', 'free-return'))
);
call tenant_table_append_only('journal');

-- What each fact deserves now under each rule, and why. One award per (cause, rule).
create table award (
  tenant_id uuid not null,
  identity_id uuid not null,
  programme text not null,
  cause_id uuid not null,
  rule text not null,
  cause_kind text not null,
  cause_revision bigint not null,
  programme_version integer not null,
  points bigint not null,
  occurred_at timestamptz not null,
  rating jsonb not null,
  primary key (tenant_id, identity_id, programme, cause_id, rule),
  constraint award_sign check (
    case cause_kind when 'order' then points >= 0 when 'free-return' then points <= 0 end)
) with (fillfactor = 90);
create index award_cause on award (tenant_id, cause_id);
call tenant_table('award');

-- Balances of an identity: the sums of its entries. overdraft is how far the programme lets
-- available go below zero, null for any depth; what lies beyond is owed.
create table account (
  tenant_id uuid not null,
  identity_id uuid not null,
  programme text not null,
  pending bigint not null,
  available bigint not null,
  held bigint not null,
  owed bigint not null,
  earned bigint not null,
  clawed bigint not null,
  overdraft bigint,
  updated_at timestamptz not null,
  primary key (tenant_id, identity_id, programme),
  constraint account_pending check (pending >= 0),
  constraint account_held check (held >= 0),
  constraint account_owed check (owed <= 0),
  constraint account_floor check (overdraft is null or available >= -overdraft),
  constraint account_totals check (earned >= 0 and clawed >= 0)
) with (fillfactor = 80);
call tenant_table('account');

-- The points of one award that are used and expire together.
create table lot (
  tenant_id uuid not null,
  identity_id uuid not null,
  lot_id uuid not null,
  programme text not null,
  cause_id uuid not null,
  rule text not null,
  size bigint not null,
  used bigint not null,
  usable_from timestamptz not null,
  expires_at timestamptz,
  primary key (tenant_id, identity_id, lot_id),
  constraint lot_once unique (tenant_id, identity_id, programme, cause_id, rule),
  constraint lot_use check (used >= 0 and used <= size)
) with (fillfactor = 90);
call tenant_table('lot');

-- What was posted, and because of what.
create table ledger_transaction (
  tenant_id uuid not null,
  identity_id uuid not null,
  transaction_id uuid not null,
  programme text not null,
  programme_version integer not null,
  rule text not null,
  cause_kind text not null,
  cause_id uuid not null,
  cause_revision bigint not null,
  sequence bigint not null,
  effective_at timestamptz not null,
  posted_at timestamptz not null,
  primary key (tenant_id, identity_id, transaction_id),
  constraint posted_once
    unique (tenant_id, identity_id, programme, cause_id, rule, cause_revision)
);
call tenant_table_append_only('ledger_transaction');

-- Points into (positive) or out of (negative) one account. An entry of a programme's account names
-- the identity across from it.
create table entry (
  tenant_id uuid not null,
  identity_id uuid not null,
  entry_id uuid not null,
  transaction_id uuid not null,
  programme text not null,
  account text not null,
  points bigint not null,
  lot_id uuid,
  explanation text not null,
  primary key (tenant_id, identity_id, entry_id),
  constraint entry_moves check (points <> 0),
  constraint entry_account check (account in ('issued', 'redeemed', 'expired', 'forfeited',
    'adjusted', 'pending', 'available', 'held', 'owed'))
);
call tenant_table_append_only('entry');

-- The entries of a transaction are written by one statement and sum to zero, or not at all.
create function refuse_unbalanced_entries() returns trigger language plpgsql as $$
declare
  unbalanced uuid;
begin
  select transaction_id into unbalanced from added
  group by tenant_id, transaction_id having sum(points) <> 0 limit 1;
  if found then
    raise exception 'the entries of transaction % do not sum to zero', unbalanced
      using errcode = 'check_violation', constraint = 'entry_sum', table = 'entry';
  end if;
  return null;
end $$;
create trigger entry_sum after insert on entry
  referencing new table as added
  for each statement execute function refuse_unbalanced_entries();
