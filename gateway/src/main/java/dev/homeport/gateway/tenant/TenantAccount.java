package dev.homeport.gateway.tenant;

import dev.homeport.gateway.contract.TenantConfigured;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as the platform's administrators keep it. The table is theirs and not any tenant's, so
 * it is not under row-level security: only {@link TenantAdministration} touches it.
 */
@Entity
@Table(name = "tenant_account")
public class TenantAccount extends PanacheEntityBase {
  @Id public UUID id;
  @Column public String slug;
  @Column public String name;

  @Column(name = "reporting_currency")
  public String reportingCurrency;

  @Column(name = "time_zone")
  public String timeZone;

  @Column public List<String> markets;
  public boolean sandbox;
  @Column public String plan;

  @Column(name = "allowed_origins")
  public List<String> allowedOrigins;

  @Column(name = "clock_ahead_micros")
  public long clockAheadMicros;

  @Column(name = "clock_set_to")
  public @Nullable Instant clockSetTo;

  public int epoch;
  public long revision;
  @Version public long version;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "updated_at")
  public Instant updatedAt;

  static Optional<TenantAccount> bySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /** In the order of slugs, those after the given one. */
  static List<TenantAccount> after(String slug, int limit) {
    return find("slug > ?1 order by slug", slug).page(0, limit).list();
  }

  /** Those that allow any origin. */
  static List<TenantAccount> withOrigins() {
    return find("array_length(allowedOrigins) > 0").list();
  }

  TenantConfigured configured() {
    return new TenantConfigured(
        id,
        slug,
        name,
        reportingCurrency,
        timeZone,
        markets,
        sandbox,
        plan,
        clockAheadMicros,
        epoch,
        revision);
  }
}
