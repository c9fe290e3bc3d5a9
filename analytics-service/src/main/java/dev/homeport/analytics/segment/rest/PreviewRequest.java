package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Expressions;
import dev.homeport.analytics.segment.Segment;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a preview is asked for. */
@Schema(name = "SegmentPreviewRequest")
record PreviewRequest(
    @Schema(examples = "orders.count >= 3") @NotNull @Size(min = 1, max = Expressions.MAX_LENGTH)
        String expression,
    @Schema(
            description = "The dynamic segment that is to have this expression; absent: a new one.",
            examples = "quiet-champions")
        @Size(max = 64)
        @Pattern(regexp = Segment.KEY)
        @Nullable String key) {}
