package dev.homeport.loyalty.inbound;

import dev.homeport.loyalty.journal.store.MemberIntake;
import dev.homeport.platform.identity.IdentityListener;
import dev.homeport.platform.identity.IdentityMapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps up with which customer each identity belongs to. */
@ApplicationScoped
class IdentityEventsListener extends IdentityListener {
  private final MemberIntake identities;

  IdentityEventsListener(MemberIntake identities) {
    this.identities = identities;
  }

  @Override
  protected void take(List<IdentityMapped> mappings) {
    identities.take(mappings);
  }
}
