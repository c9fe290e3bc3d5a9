package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.store.MemberTable.Place;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The lists of static segments. What is listed is the home identity of a customer, so a merge moves
 * the membership to the survivor, and its reversal moves it back.
 */
@ApplicationScoped
class ListingTable {
  private final Database database;

  ListingTable(Database database) {
    this.database = database;
  }

  void add(UUID segment, Collection<UUID> customers) {
    database.update(
        """
        insert into segment_listing (tenant_id, segment_id, customer_id)
        select ?, ?, unnest(?::uuid[]) on conflict do nothing""",
        to -> to.tenant().uuid(segment).texts(customers));
  }

  /** Also takes away whoever is one of these customers today. */
  void remove(UUID segment, Collection<UUID> customers) {
    database.update(REMOVE, to -> to.tenant().uuid(segment).texts(customers).texts(customers));
  }

  long size(UUID segment) {
    return database
        .list(
            "select count(*) from segment_listing where tenant_id = ? and segment_id = ?",
            to -> to.tenant().uuid(segment),
            row -> row.getLong(1))
        .getFirst();
  }

  /** Who of some customers is in some segments by being listed. */
  List<Place> places(Collection<UUID> segments, Collection<UUID> customers) {
    return database.list(
        PLACES,
        to -> to.tenant().texts(customers).texts(customers).texts(segments).texts(customers),
        row -> new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
  }

  /** The customers that some listed ones are today. */
  List<UUID> today(Collection<UUID> listed) {
    return database.list(
        """
        select distinct coalesce(i.customer_id, l.id)
        from (select ?::uuid as tenant_id) t cross join unnest(?::uuid[]) as l(id)
          left join identity i on i.tenant_id = t.tenant_id and i.identity_id = l.id""",
        to -> to.tenant().texts(listed),
        row -> row.getObject(1, UUID.class));
  }

  private static final String REMOVE =
      """
      delete from segment_listing l
      where l.tenant_id = ? and l.segment_id = ? and (l.customer_id = any(?::uuid[])
        or exists (select from identity i where i.tenant_id = l.tenant_id
          and i.identity_id = l.customer_id and i.customer_id = any(?::uuid[])))""";

  private static final String PLACES =
      """
      with t as (select ?::uuid as id),
      listed as (
        select identity_id as id from identity i, t
        where i.tenant_id = t.id and i.customer_id = any(?::uuid[])
        union
        select unnest(?::uuid[]))
      select distinct l.segment_id, coalesce(i.customer_id, l.customer_id)
      from t join segment_listing l on l.tenant_id = t.id
        join listed on listed.id = l.customer_id
        left join identity i on i.tenant_id = t.id and i.identity_id = l.customer_id
        left join customer_profile p on p.tenant_id = t.id
          and p.customer_id = coalesce(i.customer_id, l.customer_id)
      where l.segment_id = any(?::uuid[]) and coalesce(i.customer_id, l.customer_id) = any(?::uuid[])
        and coalesce(p.status, 'active') = 'active'""";
}
