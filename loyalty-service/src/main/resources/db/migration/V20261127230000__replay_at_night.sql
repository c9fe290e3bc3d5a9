-- The night up to which a tenant's ledger was last compared with its journal by itself.
create table nightly_replay (
  tenant_id uuid not null primary key,
  night timestamptz not null
);
call tenant_table('nightly_replay');
