package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Axes;
import dev.homeport.analytics.rfm.GridDocument;
import dev.homeport.analytics.rfm.Grids.Stored;
import dev.homeport.analytics.rfm.Versioned;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A grid as it is written down. */
@Schema(name = "RfmGridDefinition")
record GridDefinitionView(
    @Schema(examples = "three-by-three") String key,
    @Schema(examples = "Three by three") String name,
    @Schema(description = "For how many scores of each measure.", examples = "3") int buckets,
    @Schema(examples = "r-fm") Axes axes,
    @Schema(description = "What those are called who have no order that counts.")
        @Nullable GroupView unscored,
    @Schema(maxItems = GridBody.MOST_GROUPS) List<Area> groups,
    @Schema(description = "Whether it comes with the service, and cannot be changed.")
        boolean shipped,
    @Schema(description = "Rises with every change; the ETag.", examples = "1") long version) {

  static final String EXAMPLE =
      """
      {"key": "three-by-three", "name": "Three by three", "buckets": 3, "axes": "r-fm",
       "unscored": {"key": "prospects", "name": "Prospects"},
       "groups": [
        {"key": "best", "name": "Best", "positions": ["R3 FM2-3"]},
        {"key": "new", "name": "New", "positions": ["R3 FM1"]},
        {"key": "steady", "name": "Steady", "positions": ["R2 FM1-3"]},
        {"key": "lost", "name": "Lost", "positions": ["R1 FM1-3"]}],
       "shipped": false, "version": 1}""";

  static final String PAGE = "{\"items\": [" + EXAMPLE + "]}";

  /** A group with its positions. */
  @Schema(name = "RfmGridDefinitionArea")
  record Area(
      @Schema(examples = "best") String key,
      @Schema(examples = "Best") String name,
      @Schema(maxItems = 1_000) List<String> positions) {}

  static GridDefinitionView of(Versioned<Stored> stored) {
    GridDocument document = stored.value().document();
    return new GridDefinitionView(
        stored.value().key(),
        document.name(),
        document.buckets(),
        document.axes(),
        document.unscored() == null ? null : GroupView.from(document.unscored()),
        document.groups().stream()
            .map(area -> new Area(area.key(), area.name(), area.positions()))
            .toList(),
        stored.value().shipped(),
        stored.version());
  }
}
