-- What orders and free returns say about their buyers, and what is derived from that.

-- One row per order or free return, as its highest revision states it. It belongs to an identity for
-- ever; the key leads with both, so that the table can be partitioned by them.
-- No amounts: the conversion into the reporting currency is pending, the row is left out.
create table fact (
  tenant_id uuid not null,
  identity_id uuid not null,
  source_id uuid not null,
  kind text not null check (kind in ('order', 'free_return')),
  at timestamptz not null,
  -- The calendar day of "at" in the tenant's zone.
  day date not null,
  channel text not null,
  market text not null,
  counted boolean not null,
  gross numeric(26, 9),
  returned numeric(26, 9),
  revision bigint not null,
  primary key (tenant_id, identity_id, source_id),
  check ((gross is null) = (returned is null)),
  check (not counted or gross is not null)
) with (fillfactor = 90);
call tenant_table('fact');

-- The customer of each identity that has been heard of. Revision 0: not by its owner yet, so the
-- identity counts for its home customer, who has the same id.
create table identity (
  tenant_id uuid not null,
  identity_id uuid not null,
  customer_id uuid not null,
  revision bigint not null,
  primary key (tenant_id, identity_id)
) with (fillfactor = 80);
create index identity_customer on identity (tenant_id, customer_id);
call tenant_table('identity');

-- Sums over the facts of a customer's identities. No row: no fact. Frequency 0: only returns, or
-- orders that do not count.
create table customer_value (
  tenant_id uuid not null,
  customer_id uuid not null,
  first_day date,
  last_day date,
  frequency bigint not null,
  net numeric(38, 9) not null,
  primary key (tenant_id, customer_id),
  check ((frequency > 0) = (first_day is not null)),
  check ((first_day is null) = (last_day is null))
) with (fillfactor = 80);
call tenant_table('customer_value');

-- One row per transaction that changed facts or the mapping. It shows exactly when the change does,
-- so whoever has seen these rows has seen the changes; cut points take them away.
create table value_change (
  tenant_id uuid not null,
  id uuid not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
call tenant_table('value_change');
create policy worker on value_change for select to ${worker} using (true);
grant select on value_change to ${worker};
