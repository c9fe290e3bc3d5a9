package dev.homeport.order.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some order documents.
 *
 * @param items read one by one, so that a bad one is refused alone
 */
@Schema(name = "OrderBatch", description = "Up to 250 order documents.")
public record BatchRequest(
    @Schema(type = SchemaType.ARRAY, implementation = OrderRequest.class) @NotEmpty @Size(max = 250)
        List<@NotNull JsonNode> items) {}
