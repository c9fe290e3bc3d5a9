package dev.homeport.analytics.rfm;

/**
 * All that decides which scores and which group a customer has.
 *
 * @param fingerprint the same for the same settings only: it changes when the scoring or its grid
 *     is changed
 */
public record Scheme(Scoring scoring, Grid grid, String fingerprint) {

  public Scheme {
    if (scoring.buckets() != grid.buckets()) {
      throw new IllegalArgumentException(
          "The grid %s is made for %d buckets, not for %d"
              .formatted(grid.key(), grid.buckets(), scoring.buckets()));
    }
  }
}
