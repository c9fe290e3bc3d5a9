package dev.homeport.order.channel.rest;

import dev.homeport.order.channel.Channel;
import dev.homeport.order.channel.ChannelKind;
import java.time.Instant;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A declared channel, without its secret. */
@Schema(name = "Channel", description = "A declared channel, without its secret.")
public record ChannelView(
    @Schema(examples = "shop-de") String code,
    ChannelKind kind,
    @Schema(
            description = "What its orders count for; absent: each buyer's country.",
            examples = "DE")
        @Nullable String market,
    @Schema(
            implementation = String.class,
            description = "Of bodies that name no currency.",
            examples = "EUR")
        @Nullable Currency defaultCurrency,
    @Schema(examples = "Europe/Berlin") String timeZone,
    @Schema(
            description = "Where the platform sends to, below the gateway's address.",
            examples = "/v1/intake/mzuwk3tfon2gk5dbnrxw42lomfwgyzlt")
        String intakePath,
    @Schema(description = "Whether a signing secret was given.") boolean signed,
    Instant createdAt,
    Instant changedAt,
    @Schema(description = "Counts the changes; the ETag.", examples = "1") int version) {

  static ChannelView from(Channel channel) {
    return new ChannelView(
        channel.code(),
        channel.kind(),
        channel.market(),
        channel.currency(),
        channel.zone().getId(),
        "/v1/intake/" + channel.intakeId(),
        channel.secret() != null,
        channel.createdAt(),
        channel.changedAt(),
        channel.version());
  }
}
