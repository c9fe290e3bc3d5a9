-- What it costs to win customers, and how it is told where they came from.

-- What belongs to no campaign, or no market in particular, has an empty one.
create table marketing_spend (
  tenant_id uuid not null,
  -- Its first day.
  month date not null check (extract(day from month) = 1),
  channel text not null,
  campaign text not null,
  market text not null,
  amount numeric(26, 9) not null check (amount > 0),
  currency text not null,
  -- Units of the reporting currency for one of the stated one.
  rate numeric(26, 9) not null check (rate > 0),
  reporting_amount numeric(26, 9) not null,
  stated_at timestamptz not null,
  primary key (tenant_id, month, channel, campaign, market)
);
call tenant_table('marketing_spend');

-- No row: the rules that come with the service.
create table attribution_rules (
  tenant_id uuid not null,
  version bigint not null,
  rules jsonb not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id)
);
call tenant_table('attribution_rules');
