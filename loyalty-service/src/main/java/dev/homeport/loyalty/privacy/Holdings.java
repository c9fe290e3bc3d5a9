package dev.homeport.loyalty.privacy;

import dev.homeport.platform.privacy.Holding;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is held by the identities of a person. */
final class Holdings {
  private Holdings() {}

  @Produces
  @Singleton
  static Holding accounts() {
    return new Holding(
        "accounts",
        """
        select to_jsonb(a) - 'tenant_id' from account a
        where identity_id = any(?::uuid[]) order by programme""");
  }

  /** What was told of the person. */
  @Produces
  @Singleton
  static Holding told() {
    return new Holding(
        "members",
        """
        select m.told from member_told m
        where customer_id = any(?::uuid[]) and told is not null
        order by customer_id, programme""");
  }

  @Produces
  @Singleton
  static Holding spends() {
    return new Holding(
        "spends",
        """
        select to_jsonb(s) - 'tenant_id' from spend s
        where spender_id = any(?::uuid[]) order by created_at, spend_id""");
  }

  @Produces
  @Singleton
  static Holding vouchers() {
    return new Holding(
        "vouchers",
        """
        select to_jsonb(v) - 'tenant_id' || jsonb_build_object('usages', (
          select jsonb_agg(to_jsonb(u) - 'tenant_id') from voucher_use u
          where u.tenant_id = v.tenant_id and u.voucher_id = v.voucher_id))
        from voucher v
        where spender_id = any(?::uuid[]) order by created_at, voucher_id""");
  }

  /** What is held here alone; orders and returns are order-service's. */
  @Produces
  @Singleton
  static Holding facts() {
    return new Holding(
        "facts",
        """
        select to_jsonb(j) - 'tenant_id' from journal j
        where identity_id = any(?::uuid[]) and kind in ('activity', 'grant', 'migration')
        order by identity_id, sequence""");
  }

  @Produces
  @Singleton
  static Holding transactions() {
    return new Holding(
        "ledger",
        """
        select to_jsonb(t) - 'tenant_id' || jsonb_build_object('entries', (
          select jsonb_agg(to_jsonb(e) - 'tenant_id') from entry e
          where e.tenant_id = t.tenant_id and e.identity_id = t.identity_id
            and e.transaction_id = t.transaction_id))
        from ledger_transaction t
        where identity_id = any(?::uuid[]) order by posted_at, transaction_id""");
  }
}
