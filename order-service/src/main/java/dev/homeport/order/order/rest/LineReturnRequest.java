package dev.homeport.order.order.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.homeport.order.order.LineReturn;
import dev.homeport.platform.money.Decimal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report that goods of an order came back. */
@Schema(name = "OrderReturnRequest", description = "A report that goods of an order came back.")
public record LineReturnRequest(
    @Schema(
            description = "The source's number of the return, unique within the order.",
            examples = "R-1001-1")
        @NotBlank
        @Size(max = Texts.EXTERNAL_ID)
        @Pattern(regexp = Texts.PLAIN)
        String externalId,
    @NotNull Instant returnedAt,
    @Schema(
            implementation = String.class,
            pattern = Decimal.PATTERN,
            description = "What was refunded, in the order's currency.",
            examples = "9.99")
        @NotNull
        @JsonDeserialize(using = Decimal.StringReader.class)
        @DecimalMin("0")
        @Digits(integer = 15, fraction = 9)
        BigDecimal amount,
    @Schema(examples = "too large") @Size(max = Texts.NOTE) @Pattern(regexp = Texts.PLAIN)
        @Nullable String reason,
    @NotEmpty @Size(max = 1000) List<@NotNull @Valid ReturnedLineRequest> lines) {

  /** How much of a line came back. */
  @Schema(name = "OrderReturnLineRequest")
  public record ReturnedLineRequest(
      @Min(0) @Max(1_000_000) int lineNo,
      @Schema(implementation = String.class, pattern = Decimal.PATTERN, examples = "1")
          @NotNull
          @DecimalMin(value = "0", inclusive = false)
          @Digits(integer = 9, fraction = 3)
          BigDecimal quantity) {}

  LineReturn toReturn(UUID id) {
    return new LineReturn(
        id,
        externalId,
        returnedAt,
        amount,
        reason,
        lines.stream()
            .map(line -> new LineReturn.ReturnedLine(line.lineNo(), line.quantity()))
            .toList());
  }
}
