-- How the population of a tenant stood when it was last looked at, per scoring.

create table cut_points (
  tenant_id uuid not null,
  scoring text not null,
  -- Rises with every look.
  version bigint not null,
  population bigint not null,
  -- Lowest first; empty when nobody is there.
  recency date[] not null,
  frequency bigint[] not null,
  monetary numeric(38, 9)[] not null,
  computed_at timestamptz not null,
  primary key (tenant_id, scoring)
);
call tenant_table('cut_points');

-- The customers who share all three scores; only cells with somebody in them.
create table rfm_cell (
  tenant_id uuid not null,
  scoring text not null,
  r smallint not null,
  f smallint not null,
  m smallint not null,
  customers bigint not null,
  net numeric(38, 9) not null,
  primary key (tenant_id, scoring, r, f, m)
);
call tenant_table('rfm_cell');
