package dev.homeport.analytics.privacy;

import dev.homeport.platform.privacy.Holding;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is held by the identities of a person. */
final class Holdings {
  private Holdings() {}

  @Produces
  @Singleton
  static Holding facts() {
    return new Holding(
        "facts",
        """
        select to_jsonb(f) - 'tenant_id' from fact f
        where identity_id = any(?::uuid[]) order by at, source_id""");
  }

  @Produces
  @Singleton
  static Holding values() {
    return new Holding(
        "customer-values",
        """
        select to_jsonb(v) - 'tenant_id' from customer_value v
        where customer_id = any(?::uuid[]) order by customer_id""");
  }

  @Produces
  @Singleton
  static Holding scores() {
    return new Holding(
        "customer-scores",
        """
        select to_jsonb(s) - 'tenant_id' from customer_score s
        where customer_id = any(?::uuid[]) order by customer_id, scoring""");
  }
}
