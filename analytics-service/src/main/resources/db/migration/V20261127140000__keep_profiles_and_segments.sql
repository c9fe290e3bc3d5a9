-- What customer-service says of customers, and the segments that they are in.

-- No name and no contact. The row of somebody who was erased stays, empty, so that nothing older
-- comes back.
create table customer_profile (
  tenant_id uuid not null,
  customer_id uuid not null,
  status text not null check (status in ('active', 'merged', 'erased')),
  country text,
  language text,
  tags text[] not null,
  revision bigint not null,
  primary key (tenant_id, customer_id)
) with (fillfactor = 80);
call tenant_table('customer_profile');

-- Only what is allowed: element i of ends says when that of purposes ends by itself; null: it does not.
create table customer_consent (
  tenant_id uuid not null,
  customer_id uuid not null,
  purposes text[] not null,
  ends timestamptz[] not null,
  -- The next end that nobody has looked at.
  next_end timestamptz,
  revision bigint not null,
  primary key (tenant_id, customer_id),
  check (cardinality(purposes) = cardinality(ends))
) with (fillfactor = 80);
create index customer_consent_ending on customer_consent (tenant_id, next_end)
  where next_end is not null;
call tenant_table('customer_consent');

-- All that segments see of a customer, derived from facts, profile, consents and scores. Only those
-- who can be in a segment: not who was merged or erased.
create table segment_subject (
  tenant_id uuid not null,
  customer_id uuid not null,
  orders bigint not null,
  gross double precision not null,
  returned double precision not null,
  net double precision not null,
  first_day date,
  last_day date,
  -- The newest counted orders, beside each other: days and amounts.
  order_days date[] not null,
  order_nets double precision[] not null,
  markets text[] not null,
  channels text[] not null,
  -- What was bought and kept, and when last.
  categories text[] not null,
  category_days date[] not null,
  products text[] not null,
  product_days date[] not null,
  country text,
  language text,
  tags text[] not null,
  consents text[] not null,
  consent_ends timestamptz[] not null,
  r smallint,
  f smallint,
  m smallint,
  fm smallint,
  rfm_group text,
  previous_group text,
  group_since date,
  alive double precision,
  expected double precision,
  clv double precision,
  primary key (tenant_id, customer_id)
) with (fillfactor = 80);
call tenant_table('segment_subject');

create table segment (
  tenant_id uuid not null,
  id uuid not null,
  key text not null,
  kind text not null check (kind in ('dynamic', 'static')),
  name text not null,
  description text,
  expression text,
  -- Whether the expression may answer otherwise on another day.
  daily boolean not null,
  version bigint not null,
  -- Of the last events that told of it.
  revision bigint not null default 0,
  size bigint not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null,
  -- Nobody sees it any more; its members are still leaving.
  removed boolean not null default false,
  primary key (tenant_id, id),
  check ((kind = 'dynamic') = (expression is not null))
) with (fillfactor = 80);
create unique index segment_key on segment (tenant_id, key) where not removed;
call tenant_table('segment');

-- Every definition that a segment has had.
create table segment_definition (
  tenant_id uuid not null,
  segment_id uuid not null,
  version bigint not null,
  name text not null,
  expression text,
  announced boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, segment_id, version)
);
call tenant_table('segment_definition');

-- Who was put on the list of a static segment. Whoever that customer is today is a member.
create table segment_listing (
  tenant_id uuid not null,
  segment_id uuid not null,
  customer_id uuid not null,
  primary key (tenant_id, segment_id, customer_id)
);
create index segment_listing_customer on segment_listing (tenant_id, customer_id);
call tenant_table('segment_listing');

create table segment_member (
  tenant_id uuid not null,
  segment_id uuid not null,
  customer_id uuid not null,
  since timestamptz not null,
  primary key (tenant_id, segment_id, customer_id)
);
create index segment_member_customer on segment_member (tenant_id, customer_id);
create index segment_member_since on segment_member (tenant_id, segment_id, since, customer_id);
call tenant_table('segment_member');

-- How a segment stood at the end of a day on which somebody entered or left.
create table segment_day (
  tenant_id uuid not null,
  segment_id uuid not null,
  day date not null,
  size bigint not null,
  entered bigint not null,
  departed bigint not null,
  primary key (tenant_id, segment_id, day)
);
call tenant_table('segment_day');

-- A look at all customers that is under way: of one segment after an edit, or of everything.
create table segment_run (
  tenant_id uuid not null,
  id uuid not null,
  -- Null: what is known of the customers is derived again, and all segments are looked at.
  segment_id uuid,
  announce boolean not null,
  -- The last customer that was looked at.
  after uuid,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
call tenant_table('segment_run');
create policy worker on segment_run for select to ${worker} using (true);
grant select on segment_run to ${worker};

-- The day up to which a tenant's segments have followed the calendar.
create table segment_clock (
  tenant_id uuid primary key,
  day date not null,
  -- Not null: the day is being turned, and these customers have been looked at.
  after uuid
);
call tenant_table('segment_clock');

-- Files of members, until they expire.
create table segment_export (
  tenant_id uuid not null,
  id uuid not null,
  format text not null check (format in ('ndjson', 'csv')),
  segment_key text not null,
  expires_at timestamptz not null,
  complete boolean not null default false,
  primary key (tenant_id, id)
);
call tenant_table('segment_export');
call worker_table('segment_export');

create table segment_export_part (
  tenant_id uuid not null,
  export_id uuid not null,
  number integer not null,
  body text not null,
  primary key (tenant_id, export_id, number),
  foreign key (tenant_id, export_id) references segment_export on delete cascade
);
call tenant_table('segment_export_part');
