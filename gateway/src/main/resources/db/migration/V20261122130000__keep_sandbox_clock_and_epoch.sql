-- What a sandbox alone has: a clock that may run ahead, and how often it has been emptied.
alter table tenant_account
  add column clock_ahead_micros bigint not null default 0,
  -- The time that was last asked for; null while the clock is the real one.
  add column clock_set_to timestamptz,
  add column epoch integer not null default 0;
