-- One row per order. The columns are what is searched, summed and converted; the document keeps
-- lines, returns and attributes exactly as they came. No personal data: the buyer is identity_id.
create table orders (
  tenant_id uuid not null,
  id uuid not null,
  identity_id uuid not null,
  channel text not null,
  external_id text not null,
  country text not null,
  market text not null,
  placed_at timestamptz not null,
  day date not null,                       -- of placed_at, where the tenant lives
  revised_at timestamptz not null,
  status text not null check (status in ('placed', 'paid', 'shipped', 'delivered', 'cancelled')),
  currency text not null,
  total numeric(26, 9) not null check (total >= 0),
  returned numeric(26, 9) not null check (returned between 0 and total),
  -- The reference rate, both legs as published; null while the order waits for one.
  reporting_currency text,
  from_per_euro numeric(26, 9),
  to_per_euro numeric(26, 9),
  rate_day date,
  reporting_total numeric(26, 9),
  reporting_returned numeric(26, 9),
  return_count integer not null,
  backfill boolean not null,
  fingerprint text not null,               -- of the last accepted document
  revision bigint not null,
  version integer not null,
  document jsonb not null,
  primary key (tenant_id, id),
  check (num_nulls(reporting_currency, from_per_euro, to_per_euro, rate_day, reporting_total,
                   reporting_returned) in (0, 6))
) with (fillfactor = 90);
create unique index orders_key on orders (tenant_id, channel, external_id);
create index orders_placed on orders (tenant_id, placed_at, id);
create index orders_identity on orders (tenant_id, identity_id, placed_at, id);
create index orders_pending on orders (tenant_id, day, id) where rate_day is null;
call tenant_table('orders');

-- Documents that a later one has replaced. With the one in orders they are the whole history.
create table order_revision (
  tenant_id uuid not null,
  order_id uuid not null,
  revision bigint not null,
  revised_at timestamptz not null,
  replaced_at timestamptz not null,
  fingerprint text not null,
  document jsonb not null,
  primary key (tenant_id, order_id, revision)
);
call tenant_table_append_only('order_revision');

-- Goods that came back without a known order or line.
create table free_return (
  tenant_id uuid not null,
  id uuid not null,
  identity_id uuid not null,
  channel text not null,
  external_id text not null,
  country text not null,
  market text not null,
  returned_at timestamptz not null,
  day date not null,                       -- of returned_at, where the tenant lives
  currency text not null,
  amount numeric(26, 9) not null check (amount >= 0),
  order_external_id text,
  reporting_currency text,
  from_per_euro numeric(26, 9),
  to_per_euro numeric(26, 9),
  rate_day date,
  reporting_amount numeric(26, 9),
  backfill boolean not null,
  revision bigint not null,
  document jsonb not null,
  primary key (tenant_id, id),
  check (num_nulls(reporting_currency, from_per_euro, to_per_euro, rate_day, reporting_amount)
         in (0, 5))
);
create unique index free_return_key on free_return (tenant_id, channel, external_id);
create index free_return_returned on free_return (tenant_id, returned_at, id);
create index free_return_identity on free_return (tenant_id, identity_id, returned_at, id);
create index free_return_pending on free_return (tenant_id, day, id) where rate_day is null;
call tenant_table('free_return');

-- Reference rates: units of a currency for one euro. The euro itself stands with 1 on every day
-- of publication, so that a cross rate always joins two rows of one day.
create table exchange_rate (
  tenant_id uuid not null,
  day date not null,
  currency text not null,
  per_euro numeric(26, 9) not null check (per_euro > 0),
  primary key (tenant_id, currency, day)
);
create index exchange_rate_day on exchange_rate (tenant_id, day, currency);
call tenant_table('exchange_rate');
