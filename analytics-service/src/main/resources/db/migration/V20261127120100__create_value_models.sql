-- Models of buying, drop-out and spend. The document holds what was asked for and what was found,
-- and never changes.
create table value_model (
  tenant_id uuid not null,
  id uuid not null,
  -- Counts the models of the tenant.
  number bigint not null,
  -- None: the whole tenant.
  market text,
  document jsonb not null,
  refit_of uuid,
  fitted_at timestamptz not null,
  -- Since when it is the one in use, and when it is fitted again.
  activated_at timestamptz,
  refit_at timestamptz,
  version bigint not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  check (refit_at is null or activated_at is not null)
);
create unique index value_model_active on value_model (tenant_id, coalesce(market, ''))
  where activated_at is not null;
call tenant_table('value_model');

-- Rises with whatever changes the values of customers, so that summaries know when they are old.
create table value_state (
  tenant_id uuid primary key,
  changes bigint not null
);
call tenant_table('value_state');
