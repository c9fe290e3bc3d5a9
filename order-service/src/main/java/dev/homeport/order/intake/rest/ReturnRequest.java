package dev.homeport.order.intake.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.homeport.order.order.LineKind;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.rest.Texts;
import dev.homeport.order.returns.ReturnDocument;
import dev.homeport.order.returns.ReturnedItem;
import dev.homeport.platform.money.Decimal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A return document as it is sent. */
@Schema(
    name = "ReturnDocument",
    description =
        "Goods that a buyer sent back without a known order or line. `channel` and `externalId` are"
            + " its natural key. Quantities and amounts are positive, in the return's currency.")
public record ReturnRequest(
    @Schema(description = "The storefront or marketplace account.", examples = "aliexpress-es")
        @NotNull
        @Size(max = Texts.CHANNEL_LENGTH)
        @Pattern(regexp = Texts.CHANNEL)
        String channel,
    @Schema(description = "The channel's number of the return.", examples = "C-5501")
        @NotBlank
        @Size(max = Texts.EXTERNAL_ID)
        @Pattern(regexp = Texts.PLAIN)
        String externalId,
    @NotNull Instant returnedAt,
    @Schema(implementation = String.class, pattern = "^[A-Z]{3}$", maxLength = 3, examples = "EUR")
        @NotNull
        Currency currency,
    @NotNull @Valid BuyerRequest buyer,
    @Schema(description = "May be empty where an amount is stated.") @NotNull @Size(max = 1000)
        List<@NotNull @Valid ItemRequest> lines,
    @Schema(
            implementation = String.class,
            pattern = Decimal.PATTERN,
            description = "What was refunded; stands above the sum of the lines.",
            examples = "27.5")
        @JsonDeserialize(using = Decimal.StringReader.class)
        @DecimalMin("0")
        @Digits(integer = 15, fraction = 9)
        @Nullable BigDecimal amount,
    @Schema(examples = "broken") @Size(max = Texts.NOTE) @Pattern(regexp = Texts.PLAIN)
        @Nullable String reason,
    @Schema(description = "The order it may belong to, as the channel names it.")
        @Size(max = Texts.EXTERNAL_ID)
        @Pattern(regexp = Texts.PLAIN)
        @Nullable String orderExternalId) {

  /** One line. */
  @Schema(name = "ReturnDocumentLine")
  public record ItemRequest(
      @Schema(examples = "1") @Min(0) @Max(1_000_000) int lineNo,
      @Schema(examples = "MUG-1") @NotBlank @Size(max = 128) @Pattern(regexp = Texts.PLAIN)
          String sku,
      @Size(max = Texts.NAME) @Pattern(regexp = Texts.PLAIN) @Nullable String name,
      @Schema(implementation = String.class, pattern = Decimal.PATTERN, examples = "1")
          @NotNull
          @DecimalMin(value = "0", inclusive = false)
          @Digits(integer = 9, fraction = 3)
          BigDecimal quantity,
      @Schema(implementation = String.class, pattern = Decimal.PATTERN, examples = "27.5")
          @NotNull
          @JsonDeserialize(using = Decimal.StringReader.class)
          @Digits(integer = 12, fraction = 6)
          BigDecimal unitPrice,
      @Schema(description = "Absent: product.") @Nullable LineKind kind) {

    ReturnedItem toItem() {
      return new ReturnedItem(
          lineNo,
          sku,
          name,
          quantity,
          unitPrice,
          Objects.requireNonNullElse(kind, LineKind.PRODUCT));
    }
  }

  OrderKey key() {
    return new OrderKey(channel, externalId);
  }

  ReturnDocument toDocument(UUID identityId) {
    return new ReturnDocument(
        key(),
        identityId,
        buyer.country(),
        returnedAt,
        currency,
        lines.stream().map(ItemRequest::toItem).toList(),
        amount,
        reason,
        orderExternalId);
  }
}
