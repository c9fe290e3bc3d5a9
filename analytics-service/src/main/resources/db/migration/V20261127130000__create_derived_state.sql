-- Which state the facts of a tenant are in, and what was derived of which.

-- The version rises after facts or the mapping have changed.
create table fact_state (
  tenant_id uuid not null,
  version bigint not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id)
) with (fillfactor = 50);
call tenant_table('fact_state');
create policy worker on fact_state for select to ${worker} using (true);
grant select on fact_state to ${worker};

-- What is there is as old as this, and took that long.
create table derived_table (
  tenant_id uuid not null,
  name text not null,
  version bigint not null,
  millis bigint not null,
  derived_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, name)
) with (fillfactor = 50);
call tenant_table('derived_table');
create policy worker on derived_table for select to ${worker} using (true);
grant select on derived_table to ${worker};
