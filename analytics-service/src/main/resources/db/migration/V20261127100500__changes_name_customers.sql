-- What changed says of whom, and why.

-- One row per transaction that changed something about customers. It shows exactly when the change
-- does, so whoever has seen these rows has seen the changes; who follows them takes them away.
create table customer_change (
  tenant_id uuid not null,
  id uuid not null,
  cause text not null check (cause in ('fact', 'mapping', 'derivation', 'profile', 'score')),
  customers uuid[] not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
call tenant_table('customer_change');
create policy worker on customer_change for select to ${worker} using (true);
grant select on customer_change to ${worker};

-- Everybody is looked at once more.
alter table customer_value no force row level security;
insert into customer_change (tenant_id, id, cause, customers)
select tenant_id, gen_random_uuid(), 'derivation', array_agg(customer_id)
from customer_value group by tenant_id;
alter table customer_value force row level security;

drop table value_change;
