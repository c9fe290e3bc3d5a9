-- A table under the tenant rule whose rows outlive the emptying of a sandbox, like its credentials
-- and its audit trail: emptying takes away what is under a policy called tenant.
create procedure lasting_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format($policy$create policy lasting on %s to ${app}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$policy$, name);
  execute format('grant select, insert, update, delete on %s to ${app}', name);
end $$;

-- What Keycloak does not say of an API key. Its secrets are there alone.
create table api_key (
  id uuid primary key,
  tenant_id uuid not null,
  client_id text not null unique,
  name text not null,
  scopes text[] not null,
  plan text,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  -- When Keycloak made the present secret: a later one there is that of a rotation that broke off.
  secret_made_at timestamptz not null,
  rotated_at timestamptz,
  previous_ends_at timestamptz,
  revoked_at timestamptz,
  -- Whether the client of one that expired was handed to api_key_removal.
  retired boolean not null default false
);
create index on api_key (tenant_id, id);
create index on api_key (expires_at) where not retired and revoked_at is null;
call lasting_table('api_key');
call worker_table('api_key');

-- Clients that are to go from Keycloak, unless the transaction that makes their key commits before.
create table api_key_removal (
  client_id text primary key,
  tenant_id uuid not null,
  due_at timestamptz not null
);
create index on api_key_removal (due_at);
call lasting_table('api_key_removal');
call worker_table('api_key_removal');
