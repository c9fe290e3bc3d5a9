package dev.homeport.customer.linking;

import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.identity.Buyer;
import dev.homeport.customer.identity.Identities;
import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.outbox.Outbox;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links buyers to customers. A buyer of whom nothing is known but that they bought can be given to
 * any customer; one who is somebody already can not, for that is a merge of two people.
 */
@ApplicationScoped
class IdentityLinks {
  private final Identities identities;
  private final Profiles profiles;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  IdentityLinks(Identities identities, Profiles profiles, Outbox outbox, Audit audit, Clock clock) {
    this.identities = identities;
    this.profiles = profiles;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A link as it stands.
   *
   * @param created nobody had heard of the buyer before
   */
  record Link(Identity identity, boolean created) {}

  /** Makes a buyer, seen before or not, one of the customer's identities. */
  Link link(UUID customer, Buyer buyer) {
    if (buyer.channel().equals(Identity.HOME_CHANNEL)) {
      throw Problem.of(CustomerProblem.RESERVED_CHANNEL);
    }
    boolean created = identities.create(List.of(buyer)).contains(buyer.id());
    Identity identity = Identity.lock(buyer.id()).orElseThrow();
    if (identity.erasedAt != null) {
      throw Problem.of(CustomerProblem.CUSTOMER_ERASED);
    }
    Map<UUID, Profile> locked =
        profiles.lock(new HashSet<>(List.of(customer, identity.customerId)));
    boolean itself = created && customer.equals(buyer.id());
    present(itself ? null : locked.get(customer)).orMoved();
    if (!itself && present(locked.get(customer)).erased()) {
      throw Problem.of(CustomerProblem.CUSTOMER_ERASED);
    }
    if (!identity.customerId.equals(customer)) {
      empty(present(locked.get(identity.customerId)), identity, customer);
      point(identity, customer, created);
    }
    return new Link(identity, created);
  }

  private static Profile present(@Nullable Profile profile) {
    if (profile == null) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    return profile;
  }

  private void empty(Profile home, Identity identity, UUID customer) {
    if (!home.id().equals(identity.id) || !home.bare() || Identity.countOf(home.id()) > 1) {
      throw Problem.of(
          CustomerProblem.IDENTITY_BELONGS_TO_ANOTHER_CUSTOMER,
          "Something is known of the customer that this identity belongs to.");
    }
    home.mergeInto(customer, clock);
    profiles.publish(List.of(home));
  }

  /** A new identity has belonged to nobody else, so its first epoch is the customer's. */
  private void point(Identity identity, UUID customer, boolean created) {
    if (created) {
      identity.customerId = customer;
    } else {
      identity.pointTo(customer, clock);
    }
    outbox.append(identity.mapped().toEvent());
    audit.record(
        "identity.link",
        "identity",
        Ids.show(IdentityView.PREFIX, identity.id),
        null,
        Map.of("customerId", Ids.show(Profile.PREFIX, customer), "epoch", identity.epoch));
  }
}
