-- Points that members spend: set aside for a while first, or at once.
create table spend (
  tenant_id uuid not null,
  spend_id uuid not null,
  spender_id uuid not null,
  programme text not null,
  points bigint not null,
  state text not null,
  revision bigint not null default 1,
  worth_amount numeric(26, 9),
  worth_currency text,
  order_id uuid,
  reference text,
  created_at timestamptz not null,
  expires_at timestamptz,
  ended_at timestamptz,
  primary key (tenant_id, spend_id),
  constraint spend_points check (points > 0),
  constraint spend_worth check ((worth_amount is null) = (worth_currency is null)),
  constraint spend_state
    check (state in ('held', 'redeemed', 'released', 'expired', 'given-back')),
  constraint spend_held check (state <> 'held' or expires_at is not null)
);
create index spend_due on spend (tenant_id, expires_at) where state = 'held';
create index spend_order on spend (tenant_id, order_id)
  where order_id is not null and state in ('held', 'redeemed');
create index spend_spender on spend (tenant_id, spender_id, spend_id);
call tenant_table('spend');

-- How the points of a spend fall on the identities that were one member when it was made.
create table spend_part (
  tenant_id uuid not null,
  identity_id uuid not null,
  spend_id uuid not null,
  spender_id uuid not null,
  programme text not null,
  revision bigint not null,
  drawn_at timestamptz not null,
  use text not null,
  points bigint not null,
  primary key (tenant_id, identity_id, spend_id),
  constraint spend_part_points check (points >= 0),
  constraint spend_part_use check (use in ('held', 'redeemed'))
);
create index spend_part_of on spend_part (tenant_id, spend_id);
call tenant_table('spend_part');

alter table account add column redeemed bigint not null default 0;
alter table account drop constraint account_totals;
alter table account add constraint account_totals
  check (earned >= 0 and clawed >= 0 and expired >= 0 and redeemed >= 0);

alter table journal drop constraint journal_kind;
alter table journal add constraint journal_kind check (kind in ('order', 'free-return',
  'activity', 'spend', 'expiry', 'opening', 'new-version', 'member-changed'));
