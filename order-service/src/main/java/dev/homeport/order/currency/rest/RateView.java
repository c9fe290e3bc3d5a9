package dev.homeport.order.currency.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reference rate. */
@Schema(name = "ExchangeRate", description = "A reference rate: units of a currency for one euro.")
public record RateView(
    LocalDate date,
    @Schema(examples = "GBP") String currency,
    @Schema(implementation = String.class, examples = "0.8353") BigDecimal perEuro) {}
