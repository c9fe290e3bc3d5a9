-- Only whole names are compared: words alone are too common to be found by their trigrams.
drop index search_value_name;
create index search_value_name on search_value using gin (value gin_trgm_ops)
  where kind = 'name' and value like '% %';
