-- How often a client has tried a voucher code that there is not, in the minute of its last such try.
create table voucher_guess (
  tenant_id uuid not null,
  client text not null,
  minute timestamptz not null,
  wrong integer not null,
  primary key (tenant_id, client)
) with (fillfactor = 50);
call tenant_table('voucher_guess');
