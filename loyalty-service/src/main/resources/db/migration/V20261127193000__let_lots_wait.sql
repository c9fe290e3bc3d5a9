-- Points that cannot be used yet: from usable_from on, when time has passed it.
alter table lot add column stage text not null default 'usable';
alter table lot add constraint lot_stage check (stage in ('usable', 'waiting', 'opened'));
alter table lot add constraint lot_waiting check (stage <> 'waiting' or used + expired = 0);
create index lot_waiting on lot (tenant_id, programme, usable_from) where stage = 'waiting';

alter table journal drop constraint journal_kind;
alter table journal add constraint journal_kind check (kind in
  ('order', 'free-return', 'activity', 'expiry', 'opening', 'new-version', 'member-changed'));
