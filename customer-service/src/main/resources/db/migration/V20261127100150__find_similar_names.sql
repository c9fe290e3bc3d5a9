-- Whole names by resemblance. The extension is trusted: the owner of the database may install it.
create extension if not exists pg_trgm;
create index search_value_name on search_value using gin (value gin_trgm_ops)
  where kind = 'name' and value like '% %';
create policy worker on search_value for select to ${worker} using (true);
grant select on search_value to ${worker};
