package dev.homeport.loyalty.reward.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody says who has a code. */
final class CodeDocuments {
  private CodeDocuments() {}

  /** A code to be looked at. */
  @Schema(name = "VoucherCode", description = "A code to be looked at.")
  record Shown(
      @Schema(
              description = "In any case, with hyphens and spaces anywhere.",
              examples = "7QKD-XM3P-WV6Z-2HRT")
          @NotNull
          @Size(min = 1, max = 40)
          String code) {
    static final String EXAMPLE =
        """
        {"code": "7QKD-XM3P-WV6Z-2HRT"}""";
  }

  /** A code to be used. */
  @Schema(name = "VoucherUse", description = "A code to be used.")
  record Used(
      @Schema(
              description = "In any case, with hyphens and spaces anywhere.",
              examples = "7QKD-XM3P-WV6Z-2HRT")
          @NotNull
          @Size(min = 1, max = 40)
          String code,
      @Schema(description = "Where; needed for a code that is good in one market.", examples = "DE")
          @Size(min = 1, max = 64)
          @Nullable String market,
      @Schema(description = "The order that it is used for.") @Size(max = 40)
          @Nullable String orderId,
      @Schema(description = "What it is used for, in your words.", examples = "basket 4711")
          @Size(min = 1, max = 100)
          @Nullable String reference) {
    static final String EXAMPLE =
        """
        {"code": "7QKD-XM3P-WV6Z-2HRT", "reference": "basket 4711"}""";
  }
}
