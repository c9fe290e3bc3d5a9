-- Work that outlives its request, leases of singletons, and the audit trail.
-- Their times are the database's own, so that replicas with different clocks agree.

-- A job is inserted when its input is complete, so whoever sees it may run it.
create table job (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  status text not null default 'queued'
    check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  processed bigint not null default 0,
  total bigint,
  succeeded bigint not null default 0,
  failed bigint not null default 0,
  parameters jsonb not null,
  checkpoint jsonb,
  result jsonb,
  -- Null: the job has no input.
  input_chunks integer,
  input_gzip boolean not null default false,
  submitted_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  -- The fencing token: a run writes only while the row still shows its own attempt.
  attempt integer not null default 0,
  lease_owner text,
  -- Queued: not to be started before. Running: when its lease ends.
  due_at timestamptz not null default clock_timestamp(),
  -- Runs in a row that ended without a committed step.
  setbacks integer not null default 0,
  cancel_requested boolean not null default false,
  failure_code text,
  failure_detail text,
  primary key (tenant_id, id)
) with (fillfactor = 50);
-- For the workers, who look across tenants; no column of it changes with a step or a heartbeat.
create index job_open on job (created_at) where status in ('queued', 'running');
create index job_finished on job (finished_at) where finished_at is not null;
call tenant_table('job');
call worker_table('job');

-- The body of an upload as it was sent, written before its job exists; no foreign key for that reason.
create table job_input (
  tenant_id uuid not null,
  job_id uuid not null,
  seq integer not null,
  bytes bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, job_id, seq)
);
alter table job_input alter column bytes set storage external;
call tenant_table('job_input');
call worker_table('job_input');

-- The first errors of a job, numbered from 1; job.failed counts all of them.
create table job_error (
  tenant_id uuid not null,
  job_id uuid not null,
  number bigint not null,
  line bigint not null,
  problem jsonb not null,
  primary key (tenant_id, job_id, number)
);
call tenant_table('job_error');
call worker_table('job_error');

-- Who alone may do a thing for a while. The row stays after a release, because the epoch must rise.
create table lease (
  tenant_id uuid,
  name text not null,
  owner text not null,
  until timestamptz not null,
  epoch bigint not null,
  unique nulls not distinct (tenant_id, name)
);
alter table lease enable row level security;
alter table lease force row level security;
call worker_table('lease');

-- Who changed what. The service only adds entries; the worker only puts them into blocks.
create table audit_entry (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  subject text not null,
  client text,
  action text not null,
  resource_type text not null,
  resource_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  trace_id text,
  block bigint,
  position integer,
  primary key (tenant_id, id),
  check ((block is null) = (position is null))
);
create index audit_entry_resource on audit_entry (tenant_id, resource_type, resource_id, id);
create unique index audit_entry_block on audit_entry (tenant_id, block, position);
create index audit_entry_unsealed on audit_entry (tenant_id, id) where block is null;
call tenant_rule('audit_entry');
grant select on audit_entry to ${app};
grant insert (tenant_id, id, subject, client, action, resource_type, resource_id, before, after,
              reason, trace_id) on audit_entry to ${app};
create policy worker on audit_entry to ${worker} using (true) with check (true);
grant select, update (block, position) on audit_entry to ${worker};

-- A chain per tenant, numbered from 1: each hash covers the one before it and the block's entries.
create table audit_block (
  tenant_id uuid not null,
  number bigint not null,
  entries integer not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, number)
);
call tenant_rule('audit_block');
grant select on audit_block to ${app};
create policy worker on audit_block to ${worker} using (true) with check (true);
grant select, insert on audit_block to ${worker};

-- Readiness compares the schema with the migrations that the service brings.
grant select on ${flyway:table} to ${app};
