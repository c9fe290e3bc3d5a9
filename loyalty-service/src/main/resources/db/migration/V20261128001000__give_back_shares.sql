-- What came back of an order gives back the same share of the points that were spent on it.
-- returned_points: how many of them are back so; returned_before: what of the order had come back
-- when they were spent; order_revision: of the order as it was last looked at.
alter table spend add column returned_points bigint not null default 0;
alter table spend add column returned_before numeric(26, 9) not null default 0;
alter table spend add column order_revision bigint not null default 0;
alter table spend add constraint spend_returned
  check (returned_points >= 0 and returned_points <= points and returned_before >= 0);

drop index spend_order;
create index spend_order on spend (tenant_id, order_id)
  where order_id is not null and (state in ('held', 'redeemed') or returned_points = points);
