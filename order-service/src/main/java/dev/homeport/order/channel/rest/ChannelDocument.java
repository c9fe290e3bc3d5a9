package dev.homeport.order.channel.rest;

import dev.homeport.order.channel.Channel;
import dev.homeport.order.channel.ChannelKind;
import dev.homeport.order.channel.Channels;
import dev.homeport.order.order.rest.Texts;
import dev.homeport.platform.country.Country;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers say of a channel that is there. The secret is only ever written. */
@Schema(name = "ChannelSettings", description = "The settings of a channel.")
public record ChannelDocument(
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
            description = "With which the platform signs. Never answered.",
            examples = "8f1b7c0e5d2a4f6b9c3e",
            writeOnly = true)
        @Size(min = 8, max = 256)
        @Pattern(regexp = Texts.PLAIN)
        @Nullable String signingSecret) {

  /** The settings of a channel, to be patched; with its secret. */
  static ChannelDocument of(Channel channel) {
    return new ChannelDocument(
        channel.kind(),
        channel.market(),
        channel.currency(),
        channel.zone().getId(),
        channel.secret());
  }

  Channels.Stated toStated() {
    return new Channels.Stated(kind, market, defaultCurrency, zone(timeZone), signingSecret);
  }

  static ZoneId zone(@Nullable String name) {
    if (name == null) {
      return ZoneId.of("UTC");
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED, "The time zone is not known.")
          .at("/timeZone", "is no zone of the IANA data base");
    }
  }
}
