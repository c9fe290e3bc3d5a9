package dev.homeport.gateway.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much a tenant has asked for. */
@Schema(name = "Usage", description = "The requests of a tenant, by month.")
record UsageView(
    @Schema(description = "The plan that holds now.", examples = "standard") String plan,
    @Schema(description = "The newest first: this one and up to 23 before it.", maxItems = 24)
        List<Month> months) {

  UsageView {
    months = List.copyOf(months);
  }

  /** A month. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "UsageMonth", description = "The requests of a calendar month of UTC.")
  record Month(
      @Schema(examples = "2026-11", pattern = "^[0-9]{4}-[0-9]{2}$", maxLength = 7) String month,
      @Schema(description = "Let through, and not answered 429 or 5xx.", examples = "81214")
          long requests,
      @Schema(
              description = "What the plan allows, of the present month. Absent: any number.",
              examples = "1000000")
          @Nullable Long limit,
      @Schema(description = "What is left of it.", examples = "918786") @Nullable Long remaining,
      @Schema(description = "When the present month is over.") @Nullable Instant resetsAt,
      @Schema(description = "Days on which anything was asked for.", maxItems = 31)
          List<Day> days) {
    Month {
      days = List.copyOf(days);
    }
  }

  /** A day. */
  @Schema(name = "UsageDay", description = "The requests of a day of UTC.")
  record Day(LocalDate day, @Schema(examples = "4103") long requests) {}
}
