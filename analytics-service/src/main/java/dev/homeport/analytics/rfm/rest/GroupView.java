package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Group;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group of the grid. */
@Schema(name = "RfmGroup")
record GroupView(
    @Schema(examples = "champions") String key, @Schema(examples = "Champions") String name) {

  static GroupView from(Group group) {
    return new GroupView(group.key(), group.name());
  }
}
