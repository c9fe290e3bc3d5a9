-- What a merchant may want to use personal data for, with the rule of each country.
create table consent_purpose (
  tenant_id uuid not null,
  code text not null,
  document jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, code)
);
call tenant_table('consent_purpose');

-- What people have said; only grows. Sources and versions of texts are codes, so nothing personal.
create table consent (
  tenant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  purpose text not null,
  kind text not null check (kind in ('grant', 'confirmation', 'denial', 'withdrawal')),
  at timestamptz not null,
  source text not null,
  text_version text,
  expires_at timestamptz,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, purpose) references consent_purpose (tenant_id, code)
);
create unique index consent_once on consent
  (tenant_id, customer_id, purpose, kind, at, source, text_version, expires_at) nulls not distinct;
call tenant_table_append_only('consent');
