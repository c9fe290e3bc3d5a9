-- Storefronts and marketplace accounts that a merchant has declared.
create table channel (
  tenant_id uuid not null,
  code text not null,
  kind text not null
    check (kind in ('shopify', 'woocommerce', 'aliexpress', 'amazon', 'ebay', 'generic')),
  market text,                             -- null: an order's market is its buyer's country
  default_currency text,
  time_zone text not null,
  intake_id text not null,                 -- random; names the tenant to whoever knows it
  secret bytea,                            -- sealed under the tenant's key; null: not given yet
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, code)
);
create unique index channel_intake on channel (intake_id);
call tenant_table('channel');
-- A body comes in before its tenant is known: the worker finds out whose it is, and no more.
grant select (tenant_id, code, intake_id) on channel to ${worker};
create policy worker on channel for select to ${worker} using (true);

-- The keys under which raw bodies lie, one a day, each sealed under the tenant's key. A key that is
-- deleted takes the bodies of its day with it, also out of backups of the other table.
create table intake_key (
  tenant_id uuid not null,
  day date not null,                       -- in UTC
  sealed bytea not null,
  primary key (tenant_id, day)
);
call tenant_table('intake_key');

-- What platforms sent, as it came, and what became of it.
create table intake_delivery (
  tenant_id uuid not null,
  id uuid not null,
  channel text not null,
  topic text,
  delivery_id text,                        -- the platform's own, by which it is taken once
  received_at timestamptz not null,
  day date not null,                       -- whose key opens the body
  size integer not null,
  body bytea not null,
  status text not null check (status in ('taken', 'ignored', 'quarantined')),
  code text,
  detail text,
  pointer text,
  waits_for text,                          -- the order without which it could not be taken
  attempts integer not null,
  settled_at timestamptz not null,
  primary key (tenant_id, id)
);
alter table intake_delivery alter column body set storage external;
create unique index intake_delivery_once on intake_delivery (tenant_id, channel, delivery_id)
  where delivery_id is not null;
create index intake_delivery_channel on intake_delivery (tenant_id, channel, id);
create index intake_delivery_status on intake_delivery (tenant_id, channel, status, id);
create index intake_delivery_day on intake_delivery (tenant_id, day);
create index intake_delivery_waiting on intake_delivery (tenant_id, channel, waits_for)
  where status = 'quarantined';
call tenant_table('intake_delivery');
