-- Of whom something may be different now, until it has been told: written by the transaction that
-- posts or moves identities, a row for each cause, however many members there are. Rows of before
-- this service told anything: everybody is told of once.
create table member_change (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  cause text not null,
  identities uuid[] not null,
  -- Customers themselves: those who have lost identities among them.
  customers uuid[] not null default '{}',
  changed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  constraint member_change_cause
    check (cause in ('fact', 'merge', 'programme', 'old-fact', 'time', 'balance'))
);

alter table identity no force row level security;
insert into member_change (tenant_id, cause, identities)
select tenant_id, 'programme', array_agg(identity_id)
from (
  select tenant_id, identity_id,
    (row_number() over (partition by tenant_id order by identity_id) - 1) / 500 as part
  from identity) i
group by tenant_id, part;
alter table identity force row level security;

create index member_change_age on member_change (tenant_id, changed_at);
call tenant_table('member_change');
call worker_table('member_change');

-- What has been told of each member in each programme, as it was told last; null: nothing yet.
create table member_told (
  tenant_id uuid not null,
  customer_id uuid not null,
  programme text not null,
  revision bigint not null,
  told jsonb,
  looked_at timestamptz not null,
  -- When the tier can become another by itself.
  look_at timestamptz,
  primary key (tenant_id, customer_id, programme),
  constraint member_told_revision check ((told is null) = (revision = 0))
) with (fillfactor = 80);
create index member_told_due on member_told (tenant_id, look_at) where look_at is not null;
call tenant_table('member_told');

-- Versions of programmes that have begun, and ends (number 0), of which members have been told.
create table version_turned (
  tenant_id uuid not null,
  programme text not null,
  number integer not null,
  primary key (tenant_id, programme, number)
);
call tenant_table('version_turned');
