package dev.homeport.customer.profile.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some customers to be made.
 *
 * @param items read one by one, so that a bad one is refused alone
 */
@Schema(name = "CustomerBatch", description = "Up to 250 customers.")
record CustomerBatch(
    @Schema(type = SchemaType.ARRAY, implementation = CustomerDocument.class)
        @NotEmpty
        @Size(max = 250)
        List<@NotNull JsonNode> items) {

  static final String EXAMPLE = "{\"items\": [" + CustomerExamples.NEW + "]}";
}
