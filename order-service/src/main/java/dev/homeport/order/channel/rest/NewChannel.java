package dev.homeport.order.channel.rest;

import dev.homeport.order.channel.ChannelKind;
import dev.homeport.order.channel.Channels;
import dev.homeport.order.order.rest.Texts;
import dev.homeport.platform.country.Country;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A channel to be declared. */
@Schema(name = "NewChannel", description = "A channel to be declared.")
public record NewChannel(
    @Schema(description = "As orders name it; for ever.", examples = "shop-de")
        @NotNull
        @Size(max = Texts.CHANNEL_LENGTH)
        @Pattern(regexp = Texts.CHANNEL)
        String code,
    @NotNull ChannelKind kind,
    @Schema(
            description =
                "What the channel's orders count for, a country code. Absent: each buyer's country.",
            examples = "DE",
            pattern = "^[A-Z]{2}$",
            maxLength = 2)
        @Country
        @Nullable String market,
    @Schema(
            implementation = String.class,
            pattern = "^[A-Z]{3}$",
            maxLength = 3,
            description = "Of bodies that name no currency. Absent: those go into quarantine.",
            examples = "EUR")
        @Nullable Currency defaultCurrency,
    @Schema(
            description = "Of times that the platform sends without an offset. Absent: UTC.",
            examples = "Europe/Berlin")
        @Size(max = 64)
        @Pattern(regexp = "^[A-Za-z0-9_+/-]{1,64}$")
        @Nullable String timeZone,
    @Schema(
            description =
                "With which the platform signs. Never answered. Absent: nothing is taken in until it"
                    + " is given.",
            examples = "8f1b7c0e5d2a4f6b9c3e",
            writeOnly = true)
        @Size(min = 8, max = 256)
        @Pattern(regexp = Texts.PLAIN)
        @Nullable String signingSecret) {

  Channels.Stated toStated() {
    return new ChannelDocument(kind, market, defaultCurrency, timeZone, signingSecret).toStated();
  }
}
