package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.rfm.Axes;
import dev.homeport.analytics.rfm.GridDocument;
import dev.homeport.analytics.rfm.GridFault;
import dev.homeport.analytics.rfm.Group;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A grid as a merchant writes it down. */
@Schema(
    name = "RfmGridDocument",
    description =
        "Every position of the grid belongs to exactly one group. Positions are written as the axes"
            + " say: `R5 FM4`, `R5 F4` or `R5 F4 M3`; with a hyphen, several neighbours in one:"
            + " `R4-5 FM1-2`.")
record GridBody(
    @Schema(description = "For people.", examples = "Three by three") @NotBlank @Size(max = 100)
        String name,
    @Schema(description = "For how many scores of each measure.", examples = "3")
        @NotNull
        @Min(Scoring.MIN_BUCKETS)
        @Max(Scoring.MAX_BUCKETS)
        Integer buckets,
    @Schema(
            description =
                "What positions are made of: R is recency, F frequency, M monetary value and FM is"
                    + " (F + M + 1) div 2.",
            examples = "r-fm")
        @NotNull
        Axes axes,
    @Schema(description = "What those are called who have no order that counts.") @Valid
        @Nullable NamedGroup unscored,
    @Schema(description = "In the order in which they are shown.")
        @NotNull
        @Size(min = 1, max = GridBody.MOST_GROUPS)
        List<@NotNull @Valid Area> groups) {
  static final int MOST_GROUPS = 50;

  static final String EXAMPLE =
      """
      {"name": "Three by three", "buckets": 3, "axes": "r-fm",
       "unscored": {"key": "prospects", "name": "Prospects"},
       "groups": [
        {"key": "best", "name": "Best", "positions": ["R3 FM2-3"]},
        {"key": "new", "name": "New", "positions": ["R3 FM1"]},
        {"key": "steady", "name": "Steady", "positions": ["R2 FM1-3"]},
        {"key": "lost", "name": "Lost", "positions": ["R1 FM1-3"]}]}""";

  /** A name without positions. */
  @Schema(name = "RfmNamedGroup")
  record NamedGroup(
      @Schema(examples = "prospects")
          @NotNull
          @Size(max = SettingKey.LENGTH)
          @Pattern(regexp = SettingKey.FORM)
          String key,
      @Schema(examples = "Prospects") @NotBlank @Size(max = 100) String name) {}

  /** A group with its positions. */
  @Schema(name = "RfmGridArea")
  record Area(
      @Schema(examples = "best")
          @NotNull
          @Size(max = SettingKey.LENGTH)
          @Pattern(regexp = SettingKey.FORM)
          String key,
      @Schema(examples = "Best") @NotBlank @Size(max = 100) String name,
      @NotNull @Size(min = 1, max = 1_000)
          List<@NotNull @Size(min = 1, max = 24) String> positions) {}

  /** The document, with all that is wrong with it told at once. */
  GridDocument document() {
    var document =
        new GridDocument(
            name,
            buckets,
            axes,
            unscored == null ? null : new Group(unscored.key(), unscored.name()),
            groups.stream()
                .map(area -> new GridDocument.NamedArea(area.key(), area.name(), area.positions()))
                .toList());
    List<GridFault> faults = document.faults();
    if (!faults.isEmpty()) {
      Problem problem = Problem.of(AnalyticsProblem.GRID_INCOMPLETE);
      for (GridFault fault : faults) {
        problem = problem.at(fault.pointer(), fault.detail());
      }
      throw problem;
    }
    return document;
  }
}
