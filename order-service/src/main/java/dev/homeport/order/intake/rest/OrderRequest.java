package dev.homeport.order.intake.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.homeport.order.order.Attribution;
import dev.homeport.order.order.CostClass;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineKind;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.rest.Texts;
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
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order document as it is sent. */
@Schema(
    name = "OrderDocument",
    description =
        "An order as its source describes it. `channel` and `externalId` are its natural key."
            + " Amounts are decimal strings in the order's currency.")
public record OrderRequest(
    @Schema(description = "The storefront or marketplace account.", examples = "shop-de")
        @NotNull
        @Size(max = Texts.CHANNEL_LENGTH)
        @Pattern(regexp = Texts.CHANNEL)
        String channel,
    @Schema(description = "The channel's number of the order.", examples = "1001")
        @NotBlank
        @Size(max = Texts.EXTERNAL_ID)
        @Pattern(regexp = Texts.PLAIN)
        String externalId,
    @NotNull Instant placedAt,
    @Schema(implementation = String.class, pattern = "^[A-Z]{3}$", maxLength = 3, examples = "EUR")
        @NotNull
        Currency currency,
    @NotNull @Valid BuyerRequest buyer,
    @Schema(description = "May be empty where a total is stated.") @NotNull @Size(max = 1000)
        List<@NotNull @Valid LineRequest> lines,
    @Schema(
            implementation = String.class,
            pattern = Decimal.PATTERN,
            description = "Stands above the sum of the lines.",
            examples = "19.98")
        @JsonDeserialize(using = Decimal.StringReader.class)
        @DecimalMin("0")
        @Digits(integer = 15, fraction = 9)
        @Nullable BigDecimal total,
    @Valid @Nullable AttributionRequest attribution,
    @Schema(description = "Absent: paid, as of a source that reports sales and no states.")
        @Nullable OrderStatus status,
    @Schema(
            description =
                "Since when the source describes the order so; the later description wins."
                    + " Absent: since it was placed.")
        @Nullable Instant revisedAt,
    @Schema(
            description =
                "The source's own count of its descriptions: of two of the same `revisedAt` the"
                    + " higher one wins. Absent: it keeps none.",
            examples = "3")
        @Min(1)
        @Max(1_000_000_000_000L)
        @Nullable Long sourceVersion,
    @Schema(description = "The source's own notes. No personal data.") @Size(max = 50)
        @Nullable
            Map<
                @Size(min = 1, max = 64) @Pattern(regexp = Texts.PLAIN) String,
                @NotNull @Size(max = Texts.NOTE) @Pattern(regexp = Texts.PLAIN) String>
            attributes) {

  /** One line. */
  @Schema(name = "OrderDocumentLine")
  public record LineRequest(
      @Schema(description = "Unique within the order.", examples = "1") @Min(0) @Max(1_000_000)
          int lineNo,
      @Schema(description = "Case-sensitive.", examples = "MUG-1")
          @NotBlank
          @Size(max = 128)
          @Pattern(regexp = Texts.PLAIN)
          String sku,
      @Schema(examples = "Mug") @Size(max = Texts.NAME) @Pattern(regexp = Texts.PLAIN)
          @Nullable String name,
      @Schema(examples = "kitchen") @Size(max = 128) @Pattern(regexp = Texts.PLAIN)
          @Nullable String category,
      @Schema(
              implementation = String.class,
              pattern = Decimal.PATTERN,
              description = "Above zero, at most three decimals.",
              examples = "2")
          @NotNull
          @DecimalMin(value = "0", inclusive = false)
          @Digits(integer = 9, fraction = 3)
          BigDecimal quantity,
      @Schema(
              implementation = String.class,
              pattern = Decimal.PATTERN,
              description = "At most six decimals; negative on an adjustment only.",
              examples = "9.99")
          @NotNull
          @JsonDeserialize(using = Decimal.StringReader.class)
          @Digits(integer = 12, fraction = 6)
          BigDecimal unitPrice,
      @Schema(
              implementation = String.class,
              pattern = Decimal.PATTERN,
              description = "Taken off the whole line. Absent: 0.",
              examples = "0")
          @JsonDeserialize(using = Decimal.StringReader.class)
          @DecimalMin("0")
          @Digits(integer = 12, fraction = 9)
          @Nullable BigDecimal discount,
      @Schema(
              implementation = String.class,
              pattern = Decimal.PATTERN,
              description = "Added to the whole line. Absent: 0.",
              examples = "0")
          @JsonDeserialize(using = Decimal.StringReader.class)
          @DecimalMin("0")
          @Digits(integer = 12, fraction = 9)
          @Nullable BigDecimal tax,
      @Schema(description = "Absent: product.") @Nullable LineKind kind) {

    Line toLine() {
      return new Line(
          lineNo,
          sku,
          name,
          category,
          quantity,
          unitPrice,
          Objects.requireNonNullElse(discount, BigDecimal.ZERO),
          Objects.requireNonNullElse(tax, BigDecimal.ZERO),
          Objects.requireNonNullElse(kind, LineKind.PRODUCT));
    }
  }

  /** Where the order came from. */
  @Schema(name = "AttributionDocument")
  public record AttributionRequest(
      @Schema(examples = "google") @Size(max = 128) @Pattern(regexp = Texts.PLAIN)
          @Nullable String source,
      @Schema(examples = "cpc") @Size(max = 128) @Pattern(regexp = Texts.PLAIN)
          @Nullable String medium,
      @Schema(examples = "autumn") @Size(max = 128) @Pattern(regexp = Texts.PLAIN)
          @Nullable String campaign,
      @Size(max = 128) @Pattern(regexp = Texts.PLAIN) @Nullable String partnerId,
      @Size(max = 128) @Pattern(regexp = Texts.PLAIN) @Nullable String coupon,
      @Size(max = 128) @Pattern(regexp = Texts.PLAIN) @Nullable String referralCode,
      @Nullable CostClass costClass) {

    Attribution toAttribution() {
      return new Attribution(source, medium, campaign, partnerId, coupon, referralCode, costClass);
    }
  }

  OrderKey key() {
    return new OrderKey(channel, externalId);
  }

  OrderDocument toDocument(UUID identityId) {
    SortedMap<String, String> notes = new TreeMap<>(attributes == null ? Map.of() : attributes);
    return new OrderDocument(
        key(),
        identityId,
        buyer.country(),
        placedAt,
        revisedAt == null ? placedAt : revisedAt,
        currency,
        lines.stream().map(LineRequest::toLine).toList(),
        total,
        attribution == null ? null : attribution.toAttribution(),
        Objects.requireNonNullElse(status, OrderStatus.PAID),
        notes,
        sourceVersion == null ? 0 : sourceVersion,
        buyer.country());
  }
}
