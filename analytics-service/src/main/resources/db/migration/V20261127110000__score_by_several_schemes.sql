-- Several scorings of one tenant side by side, the grids that make groups of scores, and the group
-- of every customer as it was last announced.

-- A grid of the tenant's own; those that come with the service are not here.
create table rfm_grid (
  tenant_id uuid not null,
  key text not null,
  document jsonb not null,
  version bigint not null,
  -- Another one with every change, also after the grid was removed and made again.
  stamp uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, key)
);
call tenant_table('rfm_grid');

-- Without a row the scoring "default" is there all the same, as it comes with the service.
create table rfm_scoring (
  tenant_id uuid not null,
  key text not null,
  name text not null,
  buckets smallint not null check (buckets between 3 and 10),
  window_days int check (window_days > 0),
  market text,
  channel text,
  grid text not null,
  version bigint not null,
  stamp uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, key),
  check (market is null or channel is null)
);
create index rfm_scoring_grid on rfm_scoring (tenant_id, grid);
call tenant_table('rfm_scoring');

-- Derived, and derived again with the next change: what was there holds one scoring only.
drop table rfm_cell;
drop table cut_points;

-- How the population of a scoring stood when it was last looked at.
create table cut_points (
  tenant_id uuid not null,
  scoring text not null,
  -- Rises whenever something of the tenant has changed.
  version bigint not null,
  -- The settings that it was made with.
  fingerprint text not null,
  -- Names this look; who has the customers in memory as of another one reads them again.
  stamp uuid not null,
  -- Up to which day windows were counted.
  day date not null,
  -- Of the last events that were told.
  revision bigint not null,
  -- Why others are still to be written; null: everything is.
  behind text,
  -- The scoring is gone, and its scores go in time.
  removed boolean not null default false,
  buckets smallint not null,
  population bigint not null,
  -- Lowest first; empty when nobody is there.
  recency date[] not null,
  frequency bigint[] not null,
  monetary numeric(38, 9)[] not null,
  -- The customers who share all three scores; only cells with somebody in them.
  cell_r smallint[] not null,
  cell_f smallint[] not null,
  cell_m smallint[] not null,
  cell_customers bigint[] not null,
  cell_net numeric(38, 9)[] not null,
  computed_at timestamptz not null,
  primary key (tenant_id, scoring)
) with (fillfactor = 50);
call tenant_table('cut_points');

-- The scores and the group of a customer, as they were written and announced last, and the values
-- that they were made of. All null: not scored any more.
create table customer_score (
  tenant_id uuid not null,
  scoring text not null,
  customer_id uuid not null,
  r smallint,
  f smallint,
  m smallint,
  group_key text,
  last_day date,
  frequency bigint,
  net numeric(38, 9),
  -- The first day on which something of this is too old for the window of the scoring.
  leaves_on date,
  previous_group text,
  -- When the customer came into the group.
  since timestamptz not null,
  -- Of the event that told of it.
  revision bigint not null,
  primary key (tenant_id, scoring, customer_id),
  check ((r is null) = (group_key is null))
) with (fillfactor = 80);
create index customer_score_leaving on customer_score (tenant_id, scoring, leaves_on)
  where leaves_on is not null;
call tenant_table('customer_score');
