-- Programmes: documents in versions. A tenant's first one is there before anybody asks for it.
create table programme (
  tenant_id uuid not null,
  programme_id uuid not null,
  key text not null,
  second_person boolean not null default false,
  ends_at timestamptz,
  created_at timestamptz not null,
  version bigint not null default 1,
  primary key (tenant_id, programme_id),
  constraint programme_key unique (tenant_id, key)
);
call tenant_table('programme');

-- What an approved version says never changes. Where its days begin is kept with it, so that a
-- tenant who moves changes no award of the past.
create table programme_version (
  tenant_id uuid not null,
  programme_id uuid not null,
  number integer not null,
  state text not null,
  document jsonb not null,
  time_zone text,
  starts_at timestamptz,
  submitted_by text,
  submitted_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  version bigint not null default 1,
  primary key (tenant_id, programme_id, number),
  foreign key (tenant_id, programme_id) references programme,
  constraint programme_version_state check (state in ('draft', 'in-review', 'approved')),
  constraint programme_version_approval check (state <> 'approved'
    or (approved_by, approved_at, starts_at, time_zone) is not null)
);
call tenant_table('programme_version');

-- One row for each fact and programme: what it deserves in all, and why. The explanation of rows
-- from before is computed when it is asked for.
alter table award rename to rating;
alter index award_cause rename to rating_cause;
alter table rating drop constraint award_pkey;
alter table rating drop column rule;
alter table rating drop column rating;
alter table rating add primary key (tenant_id, identity_id, programme, cause_id);
alter table rating rename constraint award_sign to rating_sign;
alter table rating add column explanation jsonb;

-- An event can move what other orders deserve, and an order points by several rules.
alter table ledger_transaction alter column rule drop not null;
alter table ledger_transaction drop constraint posted_once;
alter table ledger_transaction add constraint posted_once
  unique (tenant_id, identity_id, programme, sequence, cause_id);

alter table journal drop constraint journal_kind;
alter table journal add constraint journal_kind
  check (kind in ('order', 'free-return', 'expiry', 'new-version'));
