-- What members bring along from another system, and what people give them.
alter table journal drop constraint journal_kind;
alter table journal add constraint journal_kind check (kind in ('order', 'free-return',
  'activity', 'migration', 'grant', 'spend', 'expiry', 'opening', 'new-version', 'member-changed'));
