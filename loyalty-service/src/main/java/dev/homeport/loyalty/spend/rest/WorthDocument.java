package dev.homeport.loyalty.spend.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.spend.Worth;
import dev.homeport.platform.money.Decimal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The part of an order that points pay for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Worth", description = "The part of an order that points pay for.")
record WorthDocument(
    @Schema(description = "More than 0.", examples = "5")
        @NotNull
        @Pattern(regexp = Decimal.PATTERN)
        String amount,
    @Schema(examples = "EUR") @NotNull @Pattern(regexp = "[A-Z]{3}") @Size(max = 3) String currency,
    @Schema(
            description = "Where, if points are worth something else there; only in requests.",
            examples = "DE")
        @Size(min = 1, max = 32)
        @Nullable String market) {

  static @Nullable WorthDocument from(@Nullable Worth worth) {
    return worth == null
        ? null
        : new WorthDocument(Decimal.text(worth.amount()), worth.currency(), null);
  }
}
