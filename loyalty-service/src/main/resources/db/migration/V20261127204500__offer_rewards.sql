-- What members can have for points. What a reward gives, and for how many points, never changes.
create table reward (
  tenant_id uuid not null,
  reward_id uuid not null,
  key text not null,
  name text not null,
  programme text not null,
  points bigint,
  prices jsonb,
  benefit jsonb not null,
  condition text,
  valid_days integer not null,
  uses integer not null default 1,
  stock bigint,
  taken bigint not null default 0,
  per_member integer,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (tenant_id, reward_id),
  constraint reward_key unique (tenant_id, key),
  constraint reward_points check (points > 0 and prices is null or points is null and prices is not null),
  constraint reward_uses check (uses > 0),
  constraint reward_stock check (taken >= 0 and (stock is null or taken <= stock))
);
call tenant_table('reward');

-- A code by which a benefit is had, in one market where its price was that of one.
create table voucher (
  tenant_id uuid not null,
  voucher_id uuid not null,
  code text not null,
  reward_id uuid not null,
  spend_id uuid not null,
  spender_id uuid not null,
  state text not null default 'open',
  created_at timestamptz not null,
  valid_until timestamptz not null,
  market text,
  ended_at timestamptz,
  primary key (tenant_id, voucher_id),
  constraint voucher_code unique (tenant_id, code),
  constraint voucher_spend unique (tenant_id, spend_id),
  constraint voucher_state check (state in ('open', 'redeemed', 'void')),
  foreign key (tenant_id, reward_id) references reward
);
create index voucher_spender on voucher (tenant_id, spender_id, voucher_id);
call tenant_table('voucher');

create table voucher_use (
  tenant_id uuid not null,
  voucher_id uuid not null,
  number integer not null,
  used_at timestamptz not null,
  order_id uuid,
  reference text,
  primary key (tenant_id, voucher_id, number),
  foreign key (tenant_id, voucher_id) references voucher
);
call tenant_table('voucher_use');
