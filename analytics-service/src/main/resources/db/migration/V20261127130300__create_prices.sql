-- Prices of competitors as they were seen, and what products were sold for last.

create table price_observation (
  tenant_id uuid not null,
  sku text not null,
  market text not null,
  competitor text not null,
  source text not null,
  seen_at timestamptz not null,
  price numeric(26, 9) not null check (price > 0),
  currency text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, sku, market, competitor, source, seen_at)
);
create index price_observation_seen on price_observation
  (tenant_id, seen_at desc, sku, market, competitor, source);
call tenant_table('price_observation');

-- The last one of each.
create table competitor_price (
  tenant_id uuid not null,
  sku text not null,
  market text not null,
  competitor text not null,
  price numeric(26, 9) not null,
  currency text not null,
  seen_at timestamptz not null,
  primary key (tenant_id, sku, market, competitor)
) with (fillfactor = 80);
call tenant_table('competitor_price');

-- Derived as a whole from the facts, from time to time.
create table own_price (
  tenant_id uuid not null,
  sku text not null,
  market text not null,
  currency text not null,
  unit_price numeric not null,
  sold_at timestamptz not null,
  primary key (tenant_id, sku, market, currency)
);
call tenant_table('own_price');
