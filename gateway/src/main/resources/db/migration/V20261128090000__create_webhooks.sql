-- Where a tenant's events are sent, and what became of each. Times are the tenant's, whose clock may
-- run ahead in a sandbox; only leases go by the real one. No foreign keys: whoever writes below an
-- endpoint holds a key-share lock on its row first.
create table webhook_endpoint (
  tenant_id uuid not null,
  id uuid not null,
  url text not null,
  event_types text[] not null,
  description text,
  ordering text not null check (ordering in ('key', 'none')),
  max_concurrency integer not null,
  disabled_reason text check (disabled_reason in ('requested', 'gone', 'failing')),
  disabled_at timestamptz,
  failing_since timestamptz,               -- null: the last attempt succeeded, or none was made
  deleted_at timestamptz,                  -- real time; what lies below goes piece by piece
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  check ((disabled_reason is null) = (disabled_at is null))
);
call tenant_table('webhook_endpoint');
call worker_table('webhook_endpoint');

-- Sealed under a key derived from the deployment's secret. The newest signs, and beside it one that
-- has been replaced, until it expires.
create table webhook_secret (
  tenant_id uuid not null,
  endpoint_id uuid not null,
  id uuid not null,
  sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (tenant_id, endpoint_id, id)
);
call tenant_table('webhook_secret');
call worker_table('webhook_secret');

-- What is sent one after the other: one row while anything of it waits. Whoever claims a lane sends
-- its first delivery; a lease that ran out, after a crash, is anybody's.
create table webhook_lane (
  tenant_id uuid not null,
  endpoint_id uuid not null,
  lane text not null,                      -- topic and key; an event's own where order does not matter
  due_at timestamptz not null,             -- of its first delivery
  leased_until timestamptz,                -- real time
  claim uuid,                              -- the fencing token of whoever holds the lease
  primary key (tenant_id, endpoint_id, lane)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_cost_delay = 0);
create index webhook_lane_due on webhook_lane (tenant_id, endpoint_id, due_at);
call tenant_table('webhook_lane');
call worker_table('webhook_lane');

create table webhook_delivery (
  tenant_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  seq bigint generated always as identity, -- the order in which the events were taken
  lane text not null,
  event_id uuid not null,
  event_type text not null,
  body text not null,                      -- under the key of its day
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,     -- all that were made
  step integer not null default 0,         -- of the schedule; a resend begins it anew
  due_at timestamptz,                      -- of the next attempt; null: there is none
  last_status integer,
  last_fault text,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  check ((status = 'waiting') = (due_at is not null))
) with (fillfactor = 80);
create unique index webhook_delivery_event on webhook_delivery (tenant_id, endpoint_id, event_id);
create index webhook_delivery_first on webhook_delivery (tenant_id, endpoint_id, lane, seq)
  where status = 'waiting';
create index webhook_delivery_log on webhook_delivery (tenant_id, endpoint_id, created_at, seq);
call tenant_table('webhook_delivery');
call worker_table('webhook_delivery');

create table webhook_attempt (
  tenant_id uuid not null,
  delivery_id uuid not null,
  number integer not null,
  at timestamptz not null,
  duration_millis bigint not null,
  status integer,                          -- null: there was no answer
  fault text,                              -- null: it was taken
  answer text,                             -- under the key of its day
  primary key (tenant_id, delivery_id, number)
);
call tenant_table('webhook_attempt');
call worker_table('webhook_attempt');
