-- Keys, each wrapped: the tenant's by one derived from the deployment's secret, those of days by the
-- tenant's. Only the worker reads them, and emptying a sandbox leaves them: what they open may be on
-- its way yet.
create table secret_key (
  tenant_id uuid not null,
  name text not null,
  day date,                                -- null: the tenant's own key, which stays
  sealed bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, name)
);
create index secret_key_day on secret_key (tenant_id, day) where day is not null;
alter table secret_key enable row level security;
alter table secret_key force row level security;
call worker_table('secret_key');
