-- The part of what a reward costs that a partner bears; kept on each voucher as it was then.
alter table reward add column partner text;
alter table reward add column partner_percent numeric(5, 2);
alter table reward add constraint reward_funding check (
  (partner is null) = (partner_percent is null) and partner_percent > 0 and partner_percent <= 100);
alter table voucher add column partner text;
alter table voucher add column partner_percent numeric(5, 2);
alter table voucher add constraint voucher_funding check (
  (partner is null) = (partner_percent is null) and partner_percent > 0 and partner_percent <= 100);
