package dev.homeport.order.currency.rest;

import dev.homeport.platform.job.JobView;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of uploaded rates. */
@Schema(name = "ExchangeRatesResult", description = "What became of uploaded rates.")
public record RatesResult(
    @Schema(description = "Days in the upload.") int days,
    @Schema(description = "Rates that were new or different.") int changed,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Schema(description = "The job that converts orders and returns that waited for these rates.")
        @Nullable JobView conversion) {}
