-- What was bought, and where the buyer came from.

-- The product lines lie side by side: element i of each array is of line i. Shipping and adjustments
-- are not among them; a return without an order has none. Facts from before have none either, until
-- order-service publishes them again.
alter table fact
  add country text not null default '',
  add currency text not null default '',
  add skus text[] not null default '{}',
  add names text[] not null default '{}',
  add categories text[] not null default '{}',
  add quantities numeric[] not null default '{}',
  add returned_quantities numeric[] not null default '{}',
  add unit_prices numeric[] not null default '{}',
  add attribution_source text,
  add attribution_medium text,
  add attribution_campaign text,
  add partner_id text,
  add coupon text,
  add referral_code text,
  add cost_class text,
  add constraint as_many_of_each check (
    cardinality(skus) = cardinality(names) and cardinality(skus) = cardinality(categories)
    and cardinality(skus) = cardinality(quantities)
    and cardinality(skus) = cardinality(returned_quantities)
    and cardinality(skus) = cardinality(unit_prices));

alter table fact alter country drop default, alter currency drop default;
