package dev.homeport.order.currency.rest;

import dev.homeport.platform.money.Decimal;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of exchange rates as NDJSON. */
@Schema(name = "ExchangeRateLine", description = "One reference rate as a line of NDJSON.")
public record RateLine(
    @NotNull LocalDate date,
    @Schema(implementation = String.class, pattern = "^[A-Z]{3}$", maxLength = 3, examples = "GBP")
        @NotNull
        Currency currency,
    @Schema(
            implementation = String.class,
            pattern = Decimal.PATTERN,
            description = "Units of the currency for one euro.",
            examples = "0.8353")
        @NotNull
        @DecimalMin(value = "0", inclusive = false)
        @Digits(integer = 12, fraction = 9)
        BigDecimal perEuro) {}
