package dev.homeport.order.order;

import dev.homeport.order.currency.Rates;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What a decision about an order depends on beside the order.
 *
 * @param zone where the tenant's days begin
 * @param rates into the tenant's reporting currency
 */
public record Setting(ZoneId zone, Rates rates, Clock clock) {}
