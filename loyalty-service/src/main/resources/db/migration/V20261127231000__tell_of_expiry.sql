-- Up to which expiry, and within one up to which identity, it has been told so many days ahead.
create table expiry_notice (
  tenant_id uuid not null,
  programme text not null,
  days integer not null,
  told_until timestamptz not null,
  told_identity uuid not null,
  primary key (tenant_id, programme, days)
);
call tenant_table('expiry_notice');
