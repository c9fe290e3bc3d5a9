-- What members bring along from another system.
alter table journal drop constraint journal_kind;
alter table journal add constraint journal_kind check (kind in ('order', 'free-return',
  'activity', 'migration', 'spend', 'expiry', 'opening', 'new-version', 'member-changed'));
