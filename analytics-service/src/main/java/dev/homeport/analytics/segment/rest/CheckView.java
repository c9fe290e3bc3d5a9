package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Attribute;
import dev.homeport.analytics.segment.Compilation;
import dev.homeport.analytics.segment.Fault;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether an expression is right. */
@Schema(name = "SegmentCheck")
record CheckView(boolean valid, List<String> attributes, boolean daily, List<FaultView> faults) {

  /** A place that is wrong; both numbers count from 1. */
  @Schema(name = "SegmentFault")
  record FaultView(
      @Schema(examples = "unknown-name") String code,
      @Schema(examples = "1") int line,
      @Schema(examples = "1") int column,
      @Schema(examples = "There is nothing called `orders.cnt`.") String message,
      @Schema(examples = "Did you mean `orders.count`?") @Nullable String hint) {

    private static FaultView of(Fault fault) {
      return new FaultView(
          Checks.code(fault.kind()).slug(),
          fault.line(),
          fault.column(),
          fault.message(),
          fault.hint());
    }
  }

  static CheckView of(Compilation compilation) {
    return switch (compilation) {
      case Compilation.Sound(var expression) ->
          new CheckView(
              true,
              expression.attributes().stream().map(Attribute::name).toList(),
              expression.daily(),
              List.of());
      case Compilation.Faulty(var faults) ->
          new CheckView(false, List.of(), false, faults.stream().map(FaultView::of).toList());
    };
  }
}
