-- A sandbox's own time, and how often it has been emptied.
alter table tenant
  add column clock_ahead_micros bigint not null default 0,
  add column epoch integer not null default 0;

-- The epoch in which an event was recorded: those of an earlier one are nobody's any more.
alter table outbox add column epoch integer not null default 0;
alter table outbox_latest add column epoch integer not null default 0;

-- Up to where the work that falls due in a sandbox has been done, and under which settings.
create table clock_settlement (
  tenant_id uuid primary key,
  settled_until timestamptz not null,
  revision bigint not null
);
call tenant_table('clock_settlement');
call worker_table('clock_settlement');

-- The owner of the tables may reach the rows of the one tenant that is set, to empty it.
create or replace procedure tenant_rule(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format($policy$create policy tenant on %s to ${app}, current_user
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$policy$, name);
end $$;
do $$
declare
  ruled regclass;
begin
  for ruled in select polrelid::regclass from pg_policy where polname = 'tenant' loop
    execute format('alter policy tenant on %s to ${app}, current_user', ruled);
  end loop;
end $$;

-- Every transaction of a sandbox begins with this: it keeps a reset out until it ends, and says how
-- often the sandbox has been emptied.
create function enter_sandbox(id uuid) returns integer language plpgsql as $$
begin
  perform set_config('app.tenant', id::text, true);
  perform pg_advisory_xact_lock_shared(hashtextextended('sandbox ' || id, 0));
  return coalesce((select epoch from tenant where tenant_id = id), 0);
end $$;

-- Takes away all that a sandbox has, once those at work in it are done. Its settings stay, and so
-- does its audit trail, which tells of the reset. Events that wait to be sent carry their epoch, so
-- they may go out. Tables that others refer to come last.
create function empty_sandbox(id uuid) returns void language plpgsql security definer
set search_path from current as $$
declare
  emptied regclass;
begin
  perform pg_advisory_xact_lock(hashtextextended('sandbox ' || id, 0));
  perform set_config('app.tenant', id::text, true);
  for emptied in
    with recursive ruled as (
      select polrelid as rel from pg_policy join pg_class on pg_class.oid = polrelid
      where polname = 'tenant'
        and relname not in ('tenant', 'audit_entry', 'audit_block', 'outbox', 'outbox_latest')
    ), placed (rel, depth) as (
      select rel, 0 from ruled
      union
      select confrelid, depth + 1 from placed
      join pg_constraint on conrelid = rel and contype = 'f' and confrelid <> conrelid
    )
    select rel from placed where rel in (select rel from ruled) group by rel order by max(depth)
  loop
    execute format('delete from %s where tenant_id = $1', emptied) using id;
  end loop;
end $$;
revoke execute on function empty_sandbox(uuid) from public;
grant execute on function empty_sandbox(uuid) to ${worker};
