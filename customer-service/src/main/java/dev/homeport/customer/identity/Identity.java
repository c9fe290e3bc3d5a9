package dev.homeport.customer.identity;

import dev.homeport.customer.contract.IdentityMapped;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One buyer on one channel. The id is computed from the two, so a buyer is found by id and never by
 * what the channel calls them. The home customer has the same id.
 */
@Entity
public class Identity extends PanacheEntityBase {

  /** The channel of the identities that customers made through the API have from the start. */
  public static final String HOME_CHANNEL = "homeport";

  @Id public UUID id;

  @TenantId
  @Formula("cast(tenant_id as text)")
  public @Nullable String tenantId;

  @Column public String channel;

  /** What the channel calls the buyer, under the key of the home customer; null once erased. */
  @Column(name = "sealed_external_id")
  public byte @Nullable [] sealedExternalId;

  /** The person was erased then: nobody is to be made of this buyer any more. */
  @Column(name = "erased_at")
  public @Nullable Instant erasedAt;

  @Column(name = "customer_id")
  public UUID customerId;

  /** 1 at first, one more each time it is pointed to another customer. */
  @Column public int epoch;

  @Column public long revision;

  @Column(name = "first_seen_at")
  public Instant firstSeenAt;

  /** All of a customer. */
  public static List<Identity> allOf(UUID customer) {
    return list("customerId = ?1 order by id", customer);
  }

  /** Leaves the tombstone by which the buyer is never made a person again. */
  public void erase(Instant at) {
    sealedExternalId = null;
    erasedAt = at;
  }

  /** Those of a customer, by id, that come after one. */
  public static List<Identity> ofCustomer(UUID customer, UUID after, int limit) {
    return Identity.<Identity>find("customerId = ?1 and id > ?2 order by id", customer, after)
        .page(0, limit)
        .list();
  }

  /** The states of those that come after one by id; they stay so until the transaction ends. */
  public static List<IdentityMapped> holdAfter(UUID after, int limit) {
    return Identity.<Identity>find("id > ?1 order by id", after)
        .withLock(LockModeType.PESSIMISTIC_READ)
        .page(0, limit)
        .stream()
        .map(Identity::mapped)
        .toList();
  }

  /** Its state as others get to know it. */
  public IdentityMapped mapped() {
    return new IdentityMapped(id, customerId, epoch, revision);
  }
}
