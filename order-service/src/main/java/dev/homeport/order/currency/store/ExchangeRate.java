package dev.homeport.order.currency.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A reference rate as it is listed; {@link RateTable} writes them. */
@Entity
@Immutable
@Table(name = "exchange_rate")
@IdClass(ExchangeRate.Key.class)
public class ExchangeRate extends PanacheEntityBase {
  /** Text, because Hibernate's tenants are; row-level security is what the index serves. */
  @TenantId
  @Formula("cast(tenant_id as text)")
  public @Nullable String tenantId;

  @Id public LocalDate day;

  @Id public String currency;

  /** Units of the currency for one euro. */
  @Column(name = "per_euro", nullable = false, precision = 26, scale = 9)
  public BigDecimal perEuro;

  /** What makes a rate unique within a tenant. */
  public record Key(LocalDate day, String currency) {}

  /** Rates of a day or a currency or all, newest day first, after a row of that order. */
  public static List<ExchangeRate> published(
      @Nullable LocalDate day, @Nullable String currency, @Nullable Key after, int limit) {
    var where = new StringBuilder("true = true");
    Map<String, Object> parameters = new HashMap<>();
    if (day != null) {
      where.append(" and day = :day");
      parameters.put("day", day);
    }
    if (currency != null) {
      where.append(" and currency = :currency");
      parameters.put("currency", currency);
    }
    if (after != null) {
      where.append(" and (day < :afterDay or (day = :afterDay and currency > :afterCurrency))");
      parameters.put("afterDay", after.day());
      parameters.put("afterCurrency", after.currency());
    }
    return ExchangeRate.<ExchangeRate>find(where + " order by day desc, currency", parameters)
        .page(0, limit)
        .list();
  }
}
