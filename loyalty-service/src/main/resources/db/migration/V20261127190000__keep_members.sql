-- Whose an identity was, from when on, as far as it was told: revisions are microseconds since
-- 1970. Together at a moment are those who had one customer at it and ever since.
create table identity_mapping (
  tenant_id uuid not null,
  identity_id uuid not null,
  revision bigint not null,
  customer_id uuid not null,
  since timestamptz not null,
  primary key (tenant_id, identity_id, revision)
);
call tenant_table_append_only('identity_mapping');

-- What is known of before: only whose each is now.
alter table identity no force row level security;
alter table identity_mapping no force row level security;
insert into identity_mapping (tenant_id, identity_id, revision, customer_id, since)
select tenant_id, identity_id, revision, customer_id,
  timestamptz '1970-01-01T00:00:00Z' + revision * interval '1 microsecond'
from identity where revision > 0;
alter table identity force row level security;
alter table identity_mapping force row level security;

alter table journal drop constraint journal_kind;
alter table journal add constraint journal_kind
  check (kind in ('order', 'free-return', 'expiry', 'new-version', 'member-changed'));
