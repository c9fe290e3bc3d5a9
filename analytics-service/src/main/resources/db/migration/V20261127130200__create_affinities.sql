-- Products that were bought, and what goes with them: derived as a whole from time to time.

create table product (
  tenant_id uuid not null,
  sku text not null,
  name text,
  category text,
  -- That have it.
  orders integer not null,
  last_sold timestamptz not null,
  primary key (tenant_id, sku)
);
call tenant_table('product');

-- What the findings of a kind rest on.
create table affinity_basis (
  tenant_id uuid not null,
  kind text not null check (kind in ('TOGETHER', 'NEXT')),
  -- Orders, or customers who came back.
  cases integer not null,
  products integer not null,
  tests bigint not null,
  minimum integer not null,
  found integer not null,
  level double precision not null,
  computed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, kind)
);
call tenant_table('affinity_basis');

-- Element i of each array is of the same other product.
create table product_affinity (
  tenant_id uuid not null,
  kind text not null check (kind in ('TOGETHER', 'NEXT')),
  sku text not null,
  support integer not null,
  others text[] not null,
  both_cases integer[] not null,
  supports integer[] not null,
  p double precision[] not null,
  adjusted double precision[] not null,
  primary key (tenant_id, sku, kind)
);
call tenant_table('product_affinity');
