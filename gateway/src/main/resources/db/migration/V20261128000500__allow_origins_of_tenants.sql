-- From which pages browsers may call the API with a tenant's credentials.
alter table tenant_account add column allowed_origins text[] not null default '{}';
