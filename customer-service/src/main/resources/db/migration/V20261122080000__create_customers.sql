-- Who the customers are, how they are reached, and which buyers of which channels they are.

create table customer (
  tenant_id uuid not null,
  id uuid not null,
  -- Rises with every change that a reader can see.
  version bigint not null default 0,
  revision bigint not null,
  status text not null default 'active' check (status in ('active', 'merged')),
  merged_into uuid,
  home_channel text not null,
  full_name text,
  given_name text,
  family_name text,
  -- Each with its standing: stated through the API, or seen on an order at that time.
  name_stated boolean not null default false,
  name_at timestamptz not null default 'epoch',
  country text,
  country_stated boolean not null default false,
  country_at timestamptz not null default 'epoch',
  language text,
  time_zone text,
  birth_month smallint,
  birth_day smallint,
  birth_year smallint,
  tags text[] not null default '{}',
  -- What orders showed until then no longer counts, because the list was stated as a whole.
  emails_since timestamptz not null default 'epoch',
  phones_since timestamptz not null default 'epoch',
  addresses_since timestamptz not null default 'epoch',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, merged_into) references customer (tenant_id, id),
  check ((status = 'merged') = (merged_into is not null)),
  check ((birth_month is null) = (birth_day is null)),
  check (birth_year is null or birth_month is not null)
) with (fillfactor = 80);
create index customer_newest on customer (tenant_id, created_at desc, id desc)
  where status = 'active';
create index customer_country on customer (tenant_id, country, created_at desc, id desc)
  where status = 'active';
create index customer_merged on customer (tenant_id, merged_into) where merged_into is not null;
call tenant_table('customer');

create table contact_point (
  -- The only table that the service fills through entities, whose tenant Hibernate reads as text.
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('EMAIL', 'PHONE', 'ADDRESS')),
  -- An e-mail address, or a telephone number in E.164; null for a postal address.
  value text,
  -- The parts of a postal address as JSON.
  address text,
  verified boolean not null,
  source text not null check (source in ('API', 'ORDER')),
  seen_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  check ((kind = 'ADDRESS') = (address is not null)),
  check ((value is null) = (address is not null))
) with (fillfactor = 80);
create index contact_point_customer on contact_point (tenant_id, customer_id);
call tenant_table('contact_point');

-- The only table that is searched by what a person is called or where they are reached. Texts are
-- normalised by the service and compared byte by byte, so a prefix is a range.
create table search_value (
  tenant_id uuid not null,
  kind text not null check (kind in ('name', 'email', 'phone', 'tag')),
  value text collate "C" not null,
  customer_id uuid not null,
  primary key (tenant_id, kind, value, customer_id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
create index search_value_customer on search_value (tenant_id, customer_id);
call tenant_table('search_value');

-- One buyer on one channel. Its home customer has the same id.
create table identity (
  tenant_id uuid not null,
  id uuid not null,
  channel text not null,
  external_buyer_id text not null,
  customer_id uuid not null,
  -- 1 at first, one more each time it is pointed to another customer.
  epoch integer not null,
  revision bigint not null,
  first_seen_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references customer (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
) with (fillfactor = 90);
create index identity_customer on identity (tenant_id, customer_id, id);
call tenant_table('identity');
