package dev.homeport.analytics.inbound;

import dev.homeport.analytics.fact.Assignment;
import dev.homeport.analytics.fact.Identities;
import dev.homeport.platform.identity.IdentityListener;
import dev.homeport.platform.identity.IdentityMapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Follows which identity belongs to which customer. */
@ApplicationScoped
class IdentityEventsListener extends IdentityListener {
  private final Identities identities;
  private final Taken taken;

  IdentityEventsListener(Identities identities, Taken taken) {
    this.identities = identities;
    this.taken = taken;
  }

  @Override
  protected void take(List<IdentityMapped> mappings) {
    int newer =
        identities.assign(mappings.stream().map(IdentityEventsListener::assignment).toList());
    taken.count(TOPIC, mappings.size(), newer);
  }

  static Assignment assignment(IdentityMapped mapped) {
    return new Assignment(mapped.identityId(), mapped.customerId(), mapped.revision());
  }
}
