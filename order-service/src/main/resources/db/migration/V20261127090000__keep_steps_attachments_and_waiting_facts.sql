-- Who told of an order as it stands, and when. Steps lie in the document, beside the returns.
alter table orders add column recorded_at timestamptz, add column recorded_by text;
alter table order_revision
  add column placed_at timestamptz, add column country text, add column currency text,
  add column total numeric(26, 9), add column recorded_at timestamptz, add column recorded_by text;

create index orders_channel on orders (tenant_id, channel, placed_at, id);
create index orders_status on orders (tenant_id, status, placed_at, id)
  where status in ('placed', 'shipped', 'cancelled');

-- A free return that names an order counts there once it is known and has such lines.
alter table free_return
  add column attached_to uuid,             -- the order
  add column held text,                    -- why not, although the order is known
  add column reversed_at timestamptz,
  add column recorded_at timestamptz,
  add column recorded_by text;
create index free_return_order on free_return (tenant_id, channel, order_external_id)
  where order_external_id is not null;

-- Steps and returns that were told before their order.
create table waiting_fact (
  tenant_id uuid not null,
  channel text not null,
  order_external_id text not null,
  digest uuid not null,                    -- of what makes it the same fact
  told_at timestamptz not null default clock_timestamp(),
  fact jsonb not null,
  primary key (tenant_id, channel, order_external_id, digest)
);
call tenant_table('waiting_fact');

-- Which customer each identity belongs to, as homeport.identity.v1 says. No row: its home customer.
create table identity_mapping (
  tenant_id uuid not null,
  identity_id uuid not null,
  customer_id uuid not null,
  revision bigint not null,
  primary key (tenant_id, identity_id)
) with (fillfactor = 80);
create index identity_mapping_customer on identity_mapping (tenant_id, customer_id, identity_id);
call tenant_table('identity_mapping');
