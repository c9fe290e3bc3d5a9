-- Which customers are one person: merges that can be reversed, and the search for more of them.

-- When each field was last stated through the API, by field: what is stated after a merge stands
-- before what the merge brought.
alter table customer add column stated_at text not null default '{}';

-- A merge takes a customer's place away and gives it to another one. It is a record, and nothing is
-- copied: identities and what is shown follow from the merges that are not reversed.
create table customer_merge (
  tenant_id uuid not null,
  id uuid not null,
  -- Rises with every merge of the tenant, whatever the clocks say.
  number bigint not null,
  absorbed uuid not null,
  survivor uuid not null,
  cause text not null check (cause in ('request', 'link', 'match', 'claim-code')),
  -- Whose value of a field is shown, where somebody said so.
  choices text not null,
  merged_at timestamptz not null,
  reversed_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, absorbed) references customer (tenant_id, id),
  foreign key (tenant_id, survivor) references customer (tenant_id, id),
  check (absorbed <> survivor)
);
create unique index customer_merge_active on customer_merge (tenant_id, absorbed)
  where reversed_at is null;
create index customer_merge_absorbed on customer_merge (tenant_id, absorbed, number);
create index customer_merge_survivor on customer_merge (tenant_id, survivor, number);
call tenant_table('customer_merge');

-- New kinds come with new features; the service alone writes them.
alter table search_value drop constraint if exists search_value_kind_check;

-- Customers to be looked at, each once; "asked" rises when one changes while it is looked at.
create table match_queue (
  tenant_id uuid not null,
  customer_id uuid not null,
  asked bigint not null default 1,
  queued_at timestamptz not null default clock_timestamp(),
  claimed_until timestamptz not null default 'epoch',
  primary key (tenant_id, customer_id)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_cost_delay = 0);
create index match_queue_age on match_queue (queued_at);
call tenant_table('match_queue');
call worker_table('match_queue');

-- Two customers who may be one person. The evidence names fields and weights, never a value.
create table match_candidate (
  tenant_id uuid not null,
  id uuid not null,
  -- The lower id of the two.
  one uuid not null,
  other uuid not null,
  state text not null check (state in ('open', 'accepted', 'dismissed')),
  -- What is certain would merge by itself, were that switched on and nothing in its way.
  certain boolean not null,
  score numeric(8, 3) not null,
  evidence text not null,
  held_by text,
  found_at timestamptz not null,
  decided_at timestamptz,
  merge_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, one, other),
  foreign key (tenant_id, one) references customer (tenant_id, id),
  foreign key (tenant_id, other) references customer (tenant_id, id),
  check (one < other),
  check ((state = 'open') = (decided_at is null))
);
create index match_candidate_best on match_candidate (tenant_id, state, score desc, id desc);
create index match_candidate_other on match_candidate (tenant_id, other);
call tenant_table('match_candidate');

create table matching_settings (
  tenant_id uuid primary key,
  automatic boolean not null,
  threshold numeric(8, 3) not null,
  names_per_contact integer not null,
  version bigint not null
);
call tenant_table('matching_settings');

-- Codes that go into parcels: who has one is the buyer. Only a keyed hash is kept.
create table claim_code (
  tenant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  code_hash text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  redeemed_at timestamptz,
  redeemed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
call tenant_table('claim_code');
