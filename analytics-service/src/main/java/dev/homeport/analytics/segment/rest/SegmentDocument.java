package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Definition;
import dev.homeport.analytics.segment.Expressions;
import dev.homeport.analytics.segment.SegmentKind;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A segment as it is asked for. */
@Schema(name = "SegmentDocument")
record SegmentDocument(
    @NotNull SegmentKind kind,
    @Schema(examples = "Champions who have gone quiet") @NotNull @Size(min = 1, max = 200)
        String name,
    @Size(max = 2_000) @Nullable String description,
    @Schema(
            description = "Who belongs in: an expression, of a dynamic segment only.",
            examples = "orders.count >= 3")
        @Size(max = Expressions.MAX_LENGTH)
        @Nullable String expression) {

  /**
   * What it defines.
   *
   * @throws Problem when the expression is wrong, or one too many
   */
  Definition definition(String key) {
    if ((kind == SegmentKind.DYNAMIC) == (expression == null)) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/expression", "belongs to a dynamic segment, and to no other");
    }
    return new Definition(
        key, kind, name, description, expression == null ? null : Checks.sound(expression));
  }
}
