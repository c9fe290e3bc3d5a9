-- What a version would have done. The version and its document are kept as they were when it was
-- asked for; the result is there when the job has ended.
create table backtest (
  tenant_id uuid not null,
  backtest_id uuid not null,
  programme_id uuid not null,
  version integer,
  document jsonb,
  time_zone text,
  period_from timestamptz,
  period_to timestamptz,
  compare boolean not null,
  job_id uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  result jsonb,
  primary key (tenant_id, backtest_id),
  foreign key (tenant_id, programme_id) references programme,
  constraint backtest_version
    check ((version is null) = (document is null) and (version is null) = (time_zone is null)),
  constraint backtest_period check (period_from < period_to),
  constraint backtest_result check ((finished_at is null) = (result is null))
);
create index backtest_programme on backtest (tenant_id, programme_id, backtest_id);
call tenant_table('backtest');
