-- What people ask about their own data.
create table privacy_request (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('access', 'erasure')),
  customer_id uuid not null,
  identities uuid[] not null,              -- those of the customer when it was asked
  received_at timestamptz not null,
  due_at timestamptz not null,
  law text not null,
  created_at timestamptz not null,
  completed_at timestamptz,
  certificate text,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
create unique index privacy_request_erasure on privacy_request (tenant_id, customer_id)
  where kind = 'erasure';
create index privacy_request_customer on privacy_request (tenant_id, customer_id, id);
call tenant_table('privacy_request');

-- What each service answered: for an erasure, when its last copy becomes unreadable; for access, what
-- it holds, in parts under the customer's key.
create table privacy_answer (
  tenant_id uuid not null,
  request_id uuid not null,
  service text not null,
  part integer not null,
  parts integer not null,
  answered_at timestamptz not null,
  unreadable_at timestamptz,
  sealed bytea,
  primary key (tenant_id, request_id, service, part),
  foreign key (tenant_id, request_id) references privacy_request (tenant_id, id)
);
call tenant_table('privacy_answer');

-- Signs certificates: an Ed25519 key for each tenant, its private half under the key that only the
-- deployment's secret opens.
create table certificate_key (
  tenant_id uuid primary key,
  public_key bytea not null,
  sealed bytea not null
);
call tenant_table('certificate_key');
