-- What a merchant wants to know of customers beside what everybody does. The values lie with the
-- customer, under the customer's key.
create table customer_attribute (
  tenant_id uuid not null,
  name text not null,
  type text not null check (type in ('text', 'number', 'boolean', 'date', 'enum')),
  choices text[] not null,
  created_at timestamptz not null,
  primary key (tenant_id, name),
  check ((type = 'enum') = (cardinality(choices) > 0))
);
call tenant_table('customer_attribute');
