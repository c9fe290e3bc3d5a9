package dev.homeport.loyalty.inbound;

import dev.homeport.loyalty.fact.Exchange;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What an order or a return is in the tenant's reporting currency. Its amounts there are rounded,
 * so their parts do not add up; points go by the rate.
 */
record Reporting(Currency currency, BigDecimal rate) {

  static @Nullable Exchange exchange(@Nullable Reporting reporting) {
    return reporting == null ? null : new Exchange(reporting.currency(), reporting.rate());
  }
}
