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

  @Produces
  @Singleton
  static Holding profiles() {
    return new Holding(
        "profiles",
        """
        select to_jsonb(p) - 'tenant_id' from customer_profile p
        where customer_id = any(?::uuid[]) order by customer_id""");
  }

  @Produces
  @Singleton
  static Holding consents() {
    return new Holding(
        "consents",
        """
        select to_jsonb(c) - 'tenant_id' from customer_consent c
        where customer_id = any(?::uuid[]) order by customer_id""");
  }

  /** Points and tiers. */
  @Produces
  @Singleton
  static Holding points() {
    return new Holding(
        "points",
        """
        select to_jsonb(p) - 'tenant_id' from customer_points p
        where customer_id = any(?::uuid[]) order by customer_id, programme""");
  }

  /** What segments see. */
  @Produces
  @Singleton
  static Holding attributes() {
    return new Holding(
        "segment-attributes",
        """
        select to_jsonb(s) - 'tenant_id' from segment_subject s
        where customer_id = any(?::uuid[]) order by customer_id""");
  }

  @Produces
  @Singleton
  static Holding memberships() {
    return new Holding(
        "segments",
        """
        select jsonb_build_object('segment', s.key, 'name', s.name, 'customer_id', m.customer_id,
          'since', m.since)
        from segment_member m join segment s on s.tenant_id = m.tenant_id and s.id = m.segment_id
        where m.customer_id = any(?::uuid[]) order by m.since""");
  }

  @Produces
  @Singleton
  static Holding listings() {
    return new Holding(
        "segment-lists",
        """
        select jsonb_build_object('segment', s.key, 'name', s.name, 'customer_id', l.customer_id)
        from segment_listing l join segment s on s.tenant_id = l.tenant_id and s.id = l.segment_id
        where l.customer_id = any(?::uuid[]) order by s.key""");
  }
}
