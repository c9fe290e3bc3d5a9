-- What every service's database holds beside its own tables.
-- Migrations run as the owner. ${app} is the service's own role, held to one tenant by row-level
-- security; ${worker} drains tables across tenants and is granted nothing else.

grant usage on schema public to ${app}, ${worker};

-- Puts a table under the tenant rule: no tenant set, no rows.
create procedure tenant_rule(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format($policy$create policy tenant on %s to ${app}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$policy$, name);
end $$;

-- A table of a service: call tenant_table('loyalty_member').
create procedure tenant_table(name regclass) language plpgsql as $$
begin
  call tenant_rule(name);
  execute format('grant select, insert, update, delete on %s to ${app}', name);
end $$;

-- A table that only grows: call tenant_table_append_only('entry').
create procedure tenant_table_append_only(name regclass) language plpgsql as $$
begin
  call tenant_rule(name);
  execute format('grant select, insert on %s to ${app}', name);
end $$;

-- Lets the worker role drain a table across tenants.
create procedure worker_table(name regclass) language plpgsql as $$
begin
  execute format('create policy worker on %s to ${worker} using (true) with check (true)', name);
  execute format('grant select, insert, update, delete on %s to ${worker}', name);
end $$;

-- Settings of each tenant, as the gateway last published them.
create table tenant (
  tenant_id uuid primary key,
  slug text not null,
  name text not null,
  reporting_currency text not null,
  time_zone text not null,
  markets text[] not null,
  sandbox boolean not null,
  plan text not null,
  revision bigint not null
);
call tenant_table('tenant');
call worker_table('tenant');

-- Events not yet acknowledged by the broker, on topics that keep every record.
create table outbox (
  event_id uuid primary key,
  tenant_id uuid not null,
  topic text not null,
  key text not null,
  type text not null,
  subject text not null,
  time timestamptz not null,
  traceparent text,
  data text not null,
  created_at timestamptz not null default clock_timestamp()
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_cost_delay = 0, autovacuum_vacuum_insert_threshold = -1);
create index outbox_age on outbox (created_at);
call tenant_rule('outbox');
grant insert on outbox to ${app};
call worker_table('outbox');

-- Events of compacted topics: one row per key, the highest revision, because there the last
-- record stands for ever.
create table outbox_latest (
  topic text not null,
  key text not null,
  revision bigint not null,
  event_id uuid not null,
  tenant_id uuid not null,
  type text not null,
  subject text not null,
  time timestamptz not null,
  traceparent text,
  data text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, topic, key)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_cost_delay = 0);
create index outbox_latest_age on outbox_latest (created_at);
call tenant_rule('outbox_latest');
grant select, insert, update on outbox_latest to ${app};
call worker_table('outbox_latest');

-- Events whose effect is not idempotent by revision and has taken place.
create table inbox (
  tenant_id uuid not null,
  consumer text not null,
  event_id uuid not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, consumer, event_id)
);
create index inbox_age on inbox (received_at);
call tenant_table_append_only('inbox');
call worker_table('inbox');

-- Events that a listener could not take, and those parked behind them.
create table dead_letter (
  tenant_id uuid not null,
  id uuid not null,
  consumer text not null,
  topic text not null,
  partition integer not null,
  record_offset bigint not null,
  key text not null,
  subject text not null,
  event_id uuid not null,
  type text not null,
  headers jsonb not null,
  data text not null,
  revision bigint not null,
  status text not null check (status in ('failed', 'parked')),
  reason text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
create unique index dead_letter_event on dead_letter (tenant_id, consumer, event_id);
create index dead_letter_key on dead_letter (tenant_id, consumer, key, id);
call tenant_table('dead_letter');
grant select on dead_letter to ${worker};
create policy worker on dead_letter for select to ${worker} using (true);

-- Answers already given to keyed requests.
create table idempotency_key (
  tenant_id uuid not null,
  scope text not null,
  key text not null,
  fingerprint bytea not null,
  status integer not null,
  headers jsonb not null,
  body text,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, scope, key)
);
create index idempotency_key_age on idempotency_key (created_at);
call tenant_table('idempotency_key');
call worker_table('idempotency_key');
