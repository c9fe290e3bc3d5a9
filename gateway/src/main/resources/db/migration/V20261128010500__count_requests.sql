-- How many requests of a tenant were let through, by calendar month and day of UTC. Replicas add
-- what they have counted every second or so; nobody waits for it.
create table usage_month (
  tenant_id uuid not null,
  month date not null,
  requests bigint not null,
  primary key (tenant_id, month)
);
call lasting_table('usage_month');
call worker_table('usage_month');

create table usage_day (
  tenant_id uuid not null,
  day date not null,
  requests bigint not null,
  primary key (tenant_id, day)
);
call lasting_table('usage_day');
call worker_table('usage_day');
