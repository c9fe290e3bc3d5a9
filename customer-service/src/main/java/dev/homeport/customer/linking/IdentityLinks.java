package dev.homeport.customer.linking;

import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.identity.Buyer;
import dev.homeport.customer.identity.Identities;
import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.merge.Merge;
import dev.homeport.customer.merge.Merging;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Links buyers to customers: a merge of the customer that the buyer was at home. A buyer of whom
 * nothing is known but that they bought can be given to any customer; where there is somebody
 * already, two people would be merged, which is to be said so.
 */
@ApplicationScoped
class IdentityLinks {
  private final Identities identities;
  private final Profiles profiles;
  private final Merging merging;
  private final Audit audit;

  IdentityLinks(Identities identities, Profiles profiles, Merging merging, Audit audit) {
    this.identities = identities;
    this.profiles = profiles;
    this.merging = merging;
    this.audit = audit;
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
    merging.alone();
    boolean created = identities.create(List.of(buyer)).contains(buyer.id());
    Identities.Mapping mapping =
        Objects.requireNonNull(identities.share(List.of(buyer.id())).get(buyer.id()));
    if (mapping.erased()) {
      throw Problem.of(CustomerProblem.CUSTOMER_ERASED);
    }
    UUID present = mapping.customerId();
    if (created && customer.equals(buyer.id())) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    if (!present.equals(customer)) {
      take(customer, buyer, present, created);
    }
    return new Link(Identity.findById(buyer.id()), created);
  }

  private void take(UUID customer, Buyer buyer, UUID present, boolean created) {
    if (!present.equals(buyer.id())) {
      profiles.find(customer).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND)).orMoved();
      throw refusal();
    }
    Merging.Pair pair = merging.hold(customer, present);
    if (!pair.absorbed().bare() || pair.identities().size() > 1) {
      throw refusal();
    }
    Merge merge = merging.merge(pair, Map.of(), Merge.Cause.LINK, created);
    audit.record(
        "identity.link",
        "identity",
        Ids.show(IdentityView.PREFIX, buyer.id()),
        null,
        Map.of(
            "customerId",
            Ids.show(Profile.PREFIX, customer),
            "mergeId",
            Ids.show(Merge.PREFIX, merge.id())));
  }

  private static Problem refusal() {
    return Problem.of(
        CustomerProblem.IDENTITY_BELONGS_TO_ANOTHER_CUSTOMER,
        "The buyer is a customer of whom something is known: merge the two customers.");
  }
}
