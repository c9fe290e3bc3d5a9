package dev.homeport.analytics.acquisition.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some statements of spend.
 *
 * @param items read one by one, so that a bad one is refused alone
 */
@Schema(name = "MarketingSpendBatch", description = "Up to 250 statements.")
record SpendBatch(
    @Schema(type = SchemaType.ARRAY, implementation = SpendDocument.class)
        @NotEmpty
        @Size(max = 250)
        List<@NotNull JsonNode> items) {

  static final String EXAMPLE = "{\"items\": [" + SpendDocument.EXAMPLE + "]}";
}
