package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.rating.Mapping;
import dev.homeport.loyalty.rating.Memberships;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which identities are one member today, and since when. */
@ApplicationScoped
public class IdentityHistory {
  /** "offset 0" makes each look go by its key, whatever the planner knows of the table. */
  private static final String GROUPS =
      """
      select asked.identity_id, others.identity_id as other
      from (select ?::uuid as tenant_id) p, unnest(?::uuid[]) as asked(identity_id),
        lateral (
          select i.customer_id from identity i
          where i.tenant_id = p.tenant_id and i.identity_id = asked.identity_id
          offset 0) own,
        lateral (
          select i.identity_id from identity i
          where i.tenant_id = p.tenant_id and i.customer_id = own.customer_id
          offset 0) others
      order by asked.identity_id, others.identity_id""";

  private static final String CUSTOMERS =
      """
      select identity_id, customer_id from identity
      where tenant_id = ? and identity_id = any(?::uuid[])""";

  private static final String OF_CUSTOMERS =
      """
      select identity_id from identity
      where tenant_id = ? and customer_id = any(?::uuid[]) order by identity_id""";

  /** Ids of identities come before others where they are those of their customers. */
  private static final String FIRST =
      """
      select distinct on (customer_id) customer_id, identity_id from identity
      where tenant_id = ? and customer_id = any(?::uuid[])
      order by customer_id, identity_id <> customer_id, identity_id""";

  private static final String MAPPINGS =
      """
      select identity_id, customer_id, since from identity_mapping
      where tenant_id = ? and identity_id = any(?::uuid[])
      order by identity_id, since""";

  private final Database database;

  IdentityHistory(Database database) {
    this.database = database;
  }

  /** For each identity all that have the same customer today, itself first. */
  public Map<UUID, Set<UUID>> groups(Collection<UUID> identities) {
    var groups = new HashMap<UUID, Set<UUID>>();
    identities.forEach(identity -> groups.put(identity, new LinkedHashSet<>(List.of(identity))));
    database.each(
        GROUPS,
        to -> to.tenant().texts(identities),
        row ->
            groups
                .computeIfAbsent(
                    row.getObject("identity_id", UUID.class), _ -> new LinkedHashSet<>())
                .add(row.getObject("other", UUID.class)));
    return groups;
  }

  /** The customer of each identity today, of those that are known. */
  Map<UUID, UUID> customers(Collection<UUID> identities) {
    var customers = new HashMap<UUID, UUID>();
    database.each(
        CUSTOMERS,
        to -> to.tenant().texts(identities),
        row ->
            customers.put(
                row.getObject("identity_id", UUID.class),
                row.getObject("customer_id", UUID.class)));
    return customers;
  }

  /** All identities of customers today. */
  public List<UUID> ofCustomers(Collection<UUID> customers) {
    return database.list(
        OF_CUSTOMERS,
        to -> to.tenant().texts(customers),
        row -> row.getObject("identity_id", UUID.class));
  }

  /**
   * The identity by which a customer was known first, if it is still the customer's; else any.
   *
   * @return empty when no identity belongs to the customer
   */
  public Optional<UUID> first(UUID customer) {
    List<UUID> identities = ofCustomers(List.of(customer));
    return identities.isEmpty() ? Optional.empty() : Optional.of(first(identities, customer));
  }

  /** The same of many customers; those of whom no identity is known are left out. */
  public Map<UUID, UUID> first(Collection<UUID> customers) {
    var first = new HashMap<UUID, UUID>();
    database.each(
        FIRST,
        to -> to.tenant().texts(customers),
        row ->
            first.put(
                row.getObject("customer_id", UUID.class),
                row.getObject("identity_id", UUID.class)));
    return first;
  }

  static UUID first(List<UUID> identities, UUID customer) {
    return identities.contains(customer) ? customer : identities.getFirst();
  }

  /** Which of these are one member when. */
  public Memberships memberships(Collection<UUID> identities) {
    var mappings = new ArrayList<Mapping>();
    database.each(
        MAPPINGS,
        to -> to.tenant().texts(identities),
        row ->
            mappings.add(
                new Mapping(
                    row.getObject("identity_id", UUID.class),
                    row.getObject("customer_id", UUID.class),
                    row.getObject("since", OffsetDateTime.class).toInstant())));
    return new Memberships(identities, mappings);
  }
}
