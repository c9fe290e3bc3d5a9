package dev.homeport.order.privacy;

import dev.homeport.platform.privacy.Holding;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is held by the identities of a person. */
final class Holdings {
  private Holdings() {}

  @Produces
  @Singleton
  static Holding orders() {
    return new Holding(
        "orders",
        """
        select to_jsonb(o) - 'tenant_id' - 'fingerprint' from orders o
        where identity_id = any(?::uuid[]) order by placed_at, id""");
  }

  @Produces
  @Singleton
  static Holding freeReturns() {
    return new Holding(
        "returns",
        """
        select to_jsonb(r) - 'tenant_id' from free_return r
        where identity_id = any(?::uuid[]) order by returned_at, id""");
  }
}
