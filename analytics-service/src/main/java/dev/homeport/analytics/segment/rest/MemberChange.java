package dev.homeport.analytics.segment.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A customer who is to be put on a list, or taken off it.
 *
 * @param action absent: add
 */
@Schema(name = "SegmentMemberChange")
record MemberChange(
    @Schema(examples = "cus_01928c5e-6f50-7000-8000-000000000002") @NotNull @Size(max = 40)
        String customerId,
    @Schema(description = "Absent: add.") @Nullable Action action) {

  /** What is to be done. */
  @Schema(name = "SegmentMemberAction")
  enum Action {
    ADD,
    REMOVE
  }

  boolean removes() {
    return action == Action.REMOVE;
  }
}
