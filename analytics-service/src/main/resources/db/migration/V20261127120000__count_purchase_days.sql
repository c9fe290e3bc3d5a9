-- Models of buying merge the orders of a day into one purchase, and know amounts of repeat days only.
alter table customer_value
  add column days bigint not null default 0,
  add column repeat_net numeric(38, 9) not null default 0;

-- What is there already, for all tenants at once.
alter table fact no force row level security;
alter table identity no force row level security;
alter table customer_value no force row level security;
update customer_value v
set days = d.days, repeat_net = d.repeat_net
from (
  select tenant_id, customer_id, count(distinct day) as days,
    coalesce(sum(net) filter (where day > first_day), 0) as repeat_net
  from (
    select i.tenant_id, i.customer_id, f.day, f.gross - f.returned as net,
      min(f.day) over (partition by i.tenant_id, i.customer_id) as first_day
    from identity i join fact f using (tenant_id, identity_id)
    where f.counted) counted
  group by tenant_id, customer_id) d
where v.tenant_id = d.tenant_id and v.customer_id = d.customer_id;
alter table fact force row level security;
alter table identity force row level security;
alter table customer_value force row level security;

alter table customer_value
  add check ((days > 0) = (frequency > 0)),
  add check (days <= frequency);
