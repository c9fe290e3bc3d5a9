package dev.homeport.customer.personal;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.secret.Seal;
import dev.homeport.platform.secret.TenantVault;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The keys of the present tenant's customers, each wrapped by the tenant's key, in a table of their
 * own. They are read with the rows that they open and never kept in memory: a key that is gone from
 * the table is gone.
 */
@ApplicationScoped
public class PersonalKeys {
  private final Database database;
  private final TenantVault vault;
  private final CurrentTenant tenant;

  PersonalKeys(Database database, TenantVault vault, CurrentTenant tenant) {
    this.database = database;
    this.vault = vault;
    this.tenant = tenant;
  }

  /** A key that no customer has yet: to be used, and to be stored wrapped. */
  @SuppressWarnings("ArrayRecordComponent")
  public record NewKey(PersonalKey key, byte[] wrapped) {}

  /** Makes a key. */
  public NewKey make(UUID customer) {
    byte[] bytes = Seal.newKey();
    byte[] wrapped = vault.wrap(tenant.id(), bytes, customer.toString());
    return new NewKey(new PersonalKey(customer, Seal.key(bytes)), wrapped);
  }

  /** The keys of those customers that have one; whoever was erased has none. */
  public Map<UUID, PersonalKey> find(Collection<UUID> customers) {
    var keys = new HashMap<UUID, PersonalKey>();
    if (!customers.isEmpty()) {
      database.each(
          "select customer_id, wrapped from personal_key where customer_id = any(?::uuid[])",
          to -> to.texts(customers),
          row -> {
            UUID customer = row.getObject(1, UUID.class);
            byte[] wrapped = row.getBytes(2);
            keys.put(
                customer,
                new PersonalKey(customer, vault.unwrap(tenant.id(), wrapped, customer.toString())));
          });
    }
    return keys;
  }

  /** Destroys keys; what lies under them is unreadable once the transaction has ended. */
  public void destroy(Collection<UUID> customers) {
    database.update(
        "delete from personal_key where customer_id = any(?::uuid[])", to -> to.texts(customers));
  }
}
