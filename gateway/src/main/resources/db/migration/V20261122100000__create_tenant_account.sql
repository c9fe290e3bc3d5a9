-- Tenants as the platform's administrators keep them. Not under row-level security: no tenant owns
-- a row here, and administrators' tokens name none. What a tenant may know of itself comes to every
-- service, this one included, over homeport.tenant.v1 into the table tenant, which is.
create table tenant_account (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  reporting_currency text not null,
  time_zone text not null,
  markets text[] not null,
  sandbox boolean not null,
  plan text not null,
  revision bigint not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
grant select, insert, update on tenant_account to ${app};
