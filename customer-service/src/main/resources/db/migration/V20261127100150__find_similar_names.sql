-- Names by resemblance. Both extensions are trusted: the owner of the database may install them.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create index search_value_name on search_value using gin (tenant_id, value gin_trgm_ops)
  where kind = 'name';
create policy worker on search_value for select to ${worker} using (true);
grant select on search_value to ${worker};
