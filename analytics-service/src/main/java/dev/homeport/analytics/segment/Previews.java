package dev.homeport.analytics.segment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an expression would come to. */
public interface Previews {
  /** The most customers that a preview names on each side. */
  int SAMPLE = 100;

  /**
   * Asks about all customers of the present tenant, as they are now.
   *
   * @param instead the segment that is to have this expression
   */
  Preview of(Expression expression, Optional<Segment> instead);

  /**
   * What would happen.
   *
   * @param population customers who can be in segments
   * @param entering some of those who would enter
   * @param leaving some of those who would leave
   * @param unknown attributes that are known of nobody
   */
  record Preview(
      long population,
      long size,
      long enters,
      List<UUID> entering,
      long leaves,
      List<UUID> leaving,
      List<Attribute> unknown) {

    public Preview {
      entering = List.copyOf(entering);
      leaving = List.copyOf(leaving);
      unknown = List.copyOf(unknown);
    }
  }
}
