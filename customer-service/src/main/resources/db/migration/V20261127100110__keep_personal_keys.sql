-- The key under which lies what is known of a person. No key: the person was erased.
create table personal_key (
  tenant_id uuid not null,
  customer_id uuid not null,
  wrapped bytea not null,
  primary key (tenant_id, customer_id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
call tenant_table('personal_key');

-- Nothing but the service can seal what is in clear: a database that holds customers already is
-- refused here, before anything of them is lost.
alter table identity add constraint customers_in_clear_cannot_be_sealed check (false);
alter table identity drop constraint customers_in_clear_cannot_be_sealed;

-- Name and birthday as JSON; for a contact point its value; what a channel calls a buyer.
alter table contact_point drop column value, drop column address;
alter table contact_point add column sealed bytea not null;
alter table customer
  add column personal bytea,
  drop column full_name, drop column given_name, drop column family_name,
  drop column birth_month, drop column birth_day, drop column birth_year;
alter table identity
  drop column external_buyer_id,
  add column sealed_external_id bytea,
  -- The tombstone: a late order of this buyer brings nobody back.
  add column erased_at timestamptz;
alter table customer drop constraint customer_status_check;
alter table customer add constraint customer_status_check
  check (status in ('active', 'merged', 'erased'));
