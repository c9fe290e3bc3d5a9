package dev.homeport.analytics.segment.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some changes of a list.
 *
 * @param items read one by one, so that a bad one is refused alone
 */
@Schema(name = "SegmentMemberBatch", description = "Up to 250 changes.")
record MemberBatch(
    @Schema(type = SchemaType.ARRAY, implementation = MemberChange.class) @NotEmpty @Size(max = 250)
        List<@NotNull JsonNode> items) {}
