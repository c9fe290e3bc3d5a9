package dev.homeport.analytics.report;

import java.util.Optional;

/** What one feature tells about the customer base; every bean of this type has its place. */
public interface Section {

  /** Where it stands among the others: ascending. */
  int order();

  /**
   * What there is to tell, with the figures that the feature's own API gives for the same day; run
   * in the transaction of the report.
   *
   * @return empty when there is nothing to tell yet
   */
  Optional<Content> content(Viewpoint viewpoint);
}
