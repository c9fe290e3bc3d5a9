package dev.homeport.customer.profile;

import dev.homeport.customer.identity.Buyer;
import dev.homeport.customer.identity.Identities;
import dev.homeport.customer.identity.Identity;
import dev.homeport.platform.id.KeyedIds;
import dev.homeport.platform.outbox.Outbox;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Makes customers who have not bought anything yet. */
@ApplicationScoped
public class Registration {
  private final Identities identities;
  private final Profiles profiles;
  private final Outbox outbox;
  private final KeyedIds keyedIds;
  private final CurrentTenant tenant;
  private final Clock clock;

  Registration(
      Identities identities,
      Profiles profiles,
      Outbox outbox,
      KeyedIds keyedIds,
      CurrentTenant tenant,
      Clock clock) {
    this.identities = identities;
    this.profiles = profiles;
    this.outbox = outbox;
    this.keyedIds = keyedIds;
    this.tenant = tenant;
    this.clock = clock;
  }

  /** A new customer, with an identity of its own as every customer has. */
  public Profile register(StatedProfile stated) {
    String name = UUID.randomUUID().toString();
    UUID id = keyedIds.identity(tenant.id(), Identity.HOME_CHANNEL, name);
    identities.create(List.of(new Buyer(id, Identity.HOME_CHANNEL, name, clock.instant())));
    Profile profile = Objects.requireNonNull(profiles.lock(List.of(id)).get(id));
    profile.state(stated, clock);
    profiles.publish(List.of(profile));
    Identity identity = Identity.findById(id);
    outbox.append(identity.mapped().toEvent());
    return profile;
  }
}
