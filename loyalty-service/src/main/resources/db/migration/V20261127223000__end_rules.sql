-- Rules of which the budget is spent: what happens from that moment on earns nothing by them.
create table rule_end (
  tenant_id uuid not null,
  programme text not null,
  rule text not null,
  ended_at timestamptz not null,
  given bigint not null,
  primary key (tenant_id, programme, rule)
);
call tenant_table('rule_end');
