-- What loyalty-service says of members, in each programme. Who has become part of another customer
-- keeps a row of zeros, so that nothing older comes back.
create table customer_points (
  tenant_id uuid not null,
  customer_id uuid not null,
  programme text not null,
  -- Whether it is the merchant's oldest programme, which segments look at.
  main boolean not null,
  pending bigint not null,
  available bigint not null,
  held bigint not null,
  owed bigint not null,
  earned bigint not null,
  -- What a point pays for in the reporting currency; null: not said.
  point_value numeric,
  tier text,
  tier_name text,
  tier_level integer,
  revision bigint not null,
  primary key (tenant_id, customer_id, programme),
  check ((tier is null) = (tier_name is null) and (tier is null) = (tier_level is null))
) with (fillfactor = 80);
call tenant_table('customer_points');

alter table segment_subject
  add column points_available bigint not null default 0,
  add column points_pending bigint not null default 0,
  add column points_earned bigint not null default 0,
  add column tier text;

alter table customer_change drop constraint customer_change_cause_check;
alter table customer_change add constraint customer_change_cause_check
  check (cause in ('fact', 'mapping', 'derivation', 'profile', 'points', 'score'));
